import type { Amount } from "~/features/policies/domain/policy-item";

/** How a sum may be read: money owed, money owed up to a ceiling the office fills, or not money in hand (loan, deduction, service). */
export type AmountNature = "cash" | "upTo" | "nonCash";

/** Payments and reductions are cash, or a ceiling where the text says "at most"; every other effect, and services, are not cash. */
export function natureOf(amount: Pick<Amount, "kind" | "effect" | "upTo">): AmountNature {
  if (amount.kind === "service" || (amount.effect !== "payment" && amount.effect !== "reduction")) return "nonCash";
  return amount.upTo ? "upTo" : "cash";
}
