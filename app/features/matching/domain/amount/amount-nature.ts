import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { isChosen } from "~/features/policies/domain/quota";

/** How a sum may be read: money owed, money owed up to a ceiling the office fills, or not money in hand (loan, deduction, service). */
export type AmountNature = "cash" | "upTo" | "nonCash";

type Natured = Pick<PolicyItem, "quota"> & { amount: Pick<Amount, "kind" | "effect" | "upTo"> };

/**
 * Payments and reductions are cash, or a ceiling where the text says "at most" or a ranking or lot decides who is paid; every other
 * effect, and services, are not cash.
 */
export function natureOf({ amount, quota }: Natured): AmountNature {
  if (amount.kind === "service" || (amount.effect !== "payment" && amount.effect !== "reduction")) return "nonCash";
  return amount.upTo || isChosen({ quota }) ? "upTo" : "cash";
}
