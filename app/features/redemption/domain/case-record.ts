import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { SumLine } from "~/features/matching/domain/amount/sum-words";
import type { Fen } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import type { CaseFigure } from "./case-figures";
import type { Resolution } from "./disagreement";
import type { CorrectionPoint } from "./correction-points";
import type { Submission, SubmittedAccount } from "./submission";

export type CaseCorrection = { stage: string; points: readonly CorrectionPoint[]; issuedAt: Date; dueOn: PlainDate };
export type EstablishedWords = { label: string; stated: string; found: string; evidence: string; reason: string };
export type CasePublicity = { startsOn: PlainDate; endsOn: PlainDate; amountFen: Fen };
/** `paidAt` stays when the money comes back: what was paid then was paid. */
export type CasePayment = { amountFen: Fen; paidAt: Date | null; account: CaseRecord["account"] };

/** A case as it is told to other contexts: its pinned item, frozen figures in words, decisions and money. */
export type CaseRecord = {
  id: string;
  enterpriseId: string;
  number: string;
  year: number;
  /** the year it rewards; null: the year it was begun in */
  rewardedYear: number | null;
  firm: { name: string; creditCode: string; regionCode: string };
  item: PolicyItem;
  config: RedemptionConfig;
  figures: readonly CaseFigure[];
  /** conditions that the decision found not met, in words, with the firm's own figure */
  failedClauses: readonly { clause: string; own: string }[];
  /** as it was handed in at the moment asked for; figures and conditions are of it */
  submission: Pick<Submission, "seq" | "kind" | "ruleFen" | "materials" | "account" | "pledged"> & { at: Date };
  /** figures that an office set right against what was stated, in words */
  established: readonly EstablishedWords[];
  /** the account that is paid to */
  account: SubmittedAccount | null;
  submittedAt: Date | null;
  promisedOn: PlainDate | null;
  /** years whose holidays are announced; days of later ones may still move */
  announced: readonly number[];
  claimedFen: Fen | null;
  approvedFen: Fen | null;
  /** why the approved sum is not the one computed */
  sumReason: string | null;
  /** how the sum comes about, line by line */
  computation: readonly SumLine[];
  rejectionReason: string | null;
  /** how a co-department's disagreement was settled in the decision taken; null where there was none */
  resolution: Resolution | null;
  /** in the order they were issued */
  corrections: readonly CaseCorrection[];
  publicities: readonly CasePublicity[];
  /** in the order they were paid */
  payments: readonly CasePayment[];
};
