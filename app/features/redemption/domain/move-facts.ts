import type { CaseRecord } from "~/features/redemption/domain/case-record";
import type { CorrectionPoint } from "~/features/redemption/domain/correction-points";
import type { PlainDate } from "~/kernel/plain-date";

/** What was true of a case at a move and may change later, as an order of documents carries it. Sums are fen as decimal text. */
export type MoveFacts = {
  firm: CaseRecord["firm"];
  account: CaseRecord["account"];
  promisedOn: PlainDate | null;
  /** years whose holidays were announced by then; missing in orders of before 2026-11-30 */
  announced?: number[];
  claimedFen: string | null;
  approvedFen: string | null;
  rejectionReason: string | null;
  sumReason: string | null;
  /** begun by the move */
  publicity: { startsOn: PlainDate; endsOn: PlainDate; amountFen: string } | null;
  /** issued by the move */
  correction: { stage: string; points: CorrectionPoint[]; issuedAt: string; dueOn: PlainDate } | null;
};

/** The record of a case as it was at a move; payments tell their own times. */
export function asOfMove(record: CaseRecord, facts: MoveFacts): CaseRecord {
  const { claimedFen, approvedFen, publicity, correction, ...same } = facts;
  return {
    ...record,
    ...same,
    rejectionReason: facts.rejectionReason ?? record.rejectionReason,
    sumReason: facts.sumReason ?? record.sumReason,
    claimedFen: claimedFen === null ? null : BigInt(claimedFen),
    approvedFen: approvedFen === null ? null : BigInt(approvedFen),
    ...(publicity && { publicities: [{ ...publicity, amountFen: BigInt(publicity.amountFen) }] }),
    ...(correction && { corrections: [{ ...correction, issuedAt: new Date(correction.issuedAt) }] }),
  };
}
