import { fenFromYuan } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import { isReviewAction } from "../domain/review-actions";
import type { Review } from "./review-case.server";

/**
 * Reads what an official sent; a correction list has one point a line.
 * @throws Refusal `request.failed` (400) for an unknown step, `redemption.sum-wrong` (422)
 */
export function readReviewForm(id: string, values: Readonly<Record<string, string>>): Review {
  const { action = "", comment = "", points = "", approvedYuan = "", idempotencyKey = "", version } = values;
  if (!isReviewAction(action) || idempotencyKey === "") throw new Refusal("request.failed", 400);
  const lines = points.split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    id,
    action,
    comment: comment.trim().slice(0, 2000),
    points: lines.slice(0, 50).map((text) => ({ about: "", text: text.slice(0, 500) })),
    approvedFen: readSum(approvedYuan),
    idempotencyKey,
    expectedVersion: Number(version),
  };
}

function readSum(typed: string): bigint | null {
  if (typed.trim() === "") return null;
  try {
    return fenFromYuan(typed.replaceAll(",", ""));
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal("redemption.sum-wrong", 422);
    throw error;
  }
}
