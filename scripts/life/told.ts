import type { Fault } from "./city/inspect";
import type { Diary } from "./oracle/diary";
import type { Finding } from "./oracle/judge";

export type Told = {
  diary: Diary;
  days: number;
  cases: number;
  /** of the firm that has the fewest */
  fewest: number;
  events: Record<string, number>;
  wronglyPaid: Finding[];
  wronglyRefused: Finding[];
  stuck: Fault[];
  deadJobs: Fault[];
  deadLinks: Fault[];
  replayMismatches: Fault[];
};

/** What must happen in a life, or the run has shown nothing. */
export const kinds = [
  "registered",
  "changed",
  "applied",
  "appliedAgain",
  "appliedRival",
  "appliedCapped",
  "appliedAtOnce",
  "corrected",
  "withdrawn",
  "rejected",
  "objected",
  "rated",
  "listed",
  "confirmed",
  "reviewed",
  "approved",
  "disagreed",
  "fellIll",
  "left",
  "bankPaid",
  "bankReturned",
  "bankReversed",
  "bankCharged",
  "ended",
  "policyChanged",
  "policyReplaced",
  "holidays",
  "recovered",
] as const;
