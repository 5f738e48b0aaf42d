import type { Fen } from "~/kernel/money";
import type { Decision } from "~/kernel/second-person";

/** What two persons do with a budget, and with the pool. */
export const orderKinds = ["grant", "reduce", "carry", "share", "poolFund", "poolRefill", "poolReduce"] as const;
export type OrderKind = (typeof orderKinds)[number];
export type OrderStatus = "proposed" | Decision;

/** Most of one order, in fen: just below one 万亿 yuan, beyond which sums have no capital numerals. */
export const mostOrderFen = 99_999_999_999_999n;

/** Whether a sum may be ordered at all. */
export function isOrderSum(fen: Fen): boolean {
  return fen > 0n && fen <= mostOrderFen;
}
