import type { ReviewAction } from "./review-actions";

/**
 * Steps that may be taken on many cases at once: those in the firm's favour. What goes against a firm is decided one by
 * one, with reasons.
 */
export const batchActions = [
  "PASS_COUNTY",
  "RECOMMEND_APPROVAL",
  "CO_AGREE",
  "APPROVE",
  "LIST_APPROVED",
  "CHECK_PASSED",
] as const satisfies readonly ReviewAction[];
export type BatchAction = (typeof batchActions)[number];

/** Whether a step fixes what is paid. */
export function decidesSum(action: ReviewAction): boolean {
  return action === "APPROVE" || action === "LIST_APPROVED";
}

/** Cases of one batch at the most. */
export const batchLimit = 50;

/** Reads ids from a form or an address; unusable ones are left out, doubles too. */
export function batchIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, batchLimit);
}

/** The step asked for, else the first that suits. */
export function batchAction(asked: string | null): BatchAction {
  return batchActions.find((action) => action === asked) ?? "RECOMMEND_APPROVAL";
}
