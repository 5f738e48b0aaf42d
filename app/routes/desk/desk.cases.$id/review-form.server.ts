import { readFen, readNumber } from "~/kernel/reading/read-number";
import { Refusal } from "~/kernel/refusal";
import { wordsWithin } from "~/kernel/reading/words-within";
import { readMeeting } from "~/features/redemption/domain/joint-meeting";
import { correctionPoints } from "~/features/redemption/domain/correction-points";
import { clauseField, isReviewAction, type ReviewAction } from "~/features/redemption/domain/review-actions";
import type { Review } from "~/features/redemption/use-cases/review-case.server";

/**
 * Reads what an official sent.
 * @throws Refusal `request.failed` (400) for an unknown step, `redemption.sum-unread` (422)
 */
export function readReviewForm(id: string, values: Readonly<Record<string, string>>): Review {
  const {
    action = "",
    comment = "",
    refusal,
    approvedYuan = "",
    sumReason = "",
    score = "",
    recoveryKind,
    basisSeen,
    idempotencyKey = "",
    version,
  } = values;
  if (!isReviewAction(action) || idempotencyKey === "") throw new Refusal("request.failed", 400);
  return {
    id,
    action,
    comment: wordsWithin(comment, 2000),
    reason: reasonOf(action, refusal),
    points: correctionPoints(values),
    approvedFen: readSum(approvedYuan),
    sumReason: wordsWithin(sumReason, 500),
    score: readScore(score),
    failed: Object.keys(values).flatMap((name) =>
      name.startsWith(clauseField) ? [name.slice(clauseField.length)] : [],
    ),
    objectionId: values["objectionId"],
    meeting: action === "MEETING_CALLED" ? readMeeting(values) : undefined,
    recoveryKind: recoveryKind === "fraud" ? "fraud" : "error",
    basisSeen: basisSeen === "1",
    idempotencyKey,
    expectedVersion: Number(version),
  };
}

/** What a refusal says to the firm; other steps have their comment alone, whatever stands in the field. */
function reasonOf(action: ReviewAction, refusal: string | undefined): string | undefined {
  return action === "REJECT" && refusal !== undefined ? wordsWithin(refusal, 2000) : undefined;
}

function readScore(typed: string): number | null {
  const read = readNumber(typed, "分");
  return read.ok && /^\d{1,3}$/.test(read.value) ? Number(read.value) : null;
}

/** A sum in yuan as it was typed; empty is null. @throws Refusal `redemption.sum-unread` (422) */
export function readSum(typed: string): bigint | null {
  if (typed.trim() === "") return null;
  const read = readFen(typed);
  if (!read.ok) throw new Refusal("redemption.sum-unread", 422);
  return read.fen;
}
