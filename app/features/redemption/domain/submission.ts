import type { Received } from "~/features/claims/domain/received";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import { storedAs } from "~/kernel/stored";

/** What was frozen when a case was handed in; instants as ISO text. Before 2026-11-29 some kept no `received`. */
export type Frozen = { facts: Facts; records: readonly FrozenRecord[]; received?: Received; asOf: PlainDate };

/** What an application was handed in with, as its row keeps it. @throws Error where something else is stored */
export const readFrozen = storedAs<Frozen>("submission", "facts", "asOf");

/** `evidence`: what shows a figure that an official set right in this case. */
export type FrozenRecord = {
  fact: string;
  source: string;
  saidBy?: string | null;
  saidAt?: string;
  evidence?: string;
};

export type SubmittedMaterial = { id: string; name: string; fileName: string; fileHash: string; mimeType: string };

export type SubmittedAccount = { holder: string; bankName: string; lastFour: string };

/**
 * How a case came to be handed in: applied for, corrected when asked, put on a list by an office, its facts set right by
 * an official, or its sum worked out anew because other cases of the firm changed.
 */
export type SubmissionKind = "submit" | "correction" | "listed" | "verified" | "recomputed";

/** A case as it was handed in once; it is never changed. `seq` counts from 1, `ruleFen` is the rule's sum on these facts. */
export type Submission = {
  seq: number;
  kind: SubmissionKind;
  frozen: Frozen;
  ruleFen: Fen | null;
  materials: readonly SubmittedMaterial[];
  account: SubmittedAccount | null;
  pledged: boolean;
  /** why an official changed facts */
  reason?: string | null;
};

/** The one that counted at an instant: the last handed in by then; null before the first. Given in the order of `seq`. */
export function submissionAt<T extends { at: Date }>(submissions: readonly T[], at: Date): T | null {
  return submissions.findLast((each) => each.at <= at) ?? null;
}
