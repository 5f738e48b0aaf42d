import type { Fen } from "~/kernel/money";

/** What two persons do with a budget, and with the pool. */
export const orderKinds = ["grant", "reduce", "carry", "share", "poolFund", "poolRefill", "poolReduce"] as const;
export type OrderKind = (typeof orderKinds)[number];
/** What becomes of what one person proposed. */
export const decisions = ["released", "refused", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];
export type OrderStatus = "proposed" | Decision;

/** Most of one order, in fen: just below one 万亿 yuan, beyond which sums have no capital numerals. */
export const mostOrderFen = 99_999_999_999_999n;

/** Whether a sum may be ordered at all. */
export function isOrderSum(fen: Fen): boolean {
  return fen > 0n && fen <= mostOrderFen;
}

/** Why a person can't decide an order; null when they can. Its maker may only withdraw it. */
export function decisionProblem(
  order: { status: string; createdById: string },
  decision: Decision,
  personId: string,
): "funds.order-state" | "funds.two-persons" | null {
  if (order.status !== "proposed") return "funds.order-state";
  return (order.createdById === personId) === (decision === "withdrawn") ? null : "funds.two-persons";
}
