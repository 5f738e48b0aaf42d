import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Amount } from "~/features/policies/domain/amount-schema";
import type { Fen } from "~/kernel/money";
import { amountOf } from "./amount";
import { decimalOf, multiply, roundToFen, type Decimal } from "~/kernel/decimal";
import { nothingReceived } from "~/features/claims/domain/received";

/**
 * What one firm can be paid by the text of an item alone, in fen: one of some fixed sums, anything up to a ceiling, or
 * `open` where the text states neither (a share of a figure without a cap, a floor).
 */
export type PayableSum = { kind: "exact"; fens: Fen[] } | { kind: "most"; fen: Fen } | { kind: "open" };

export type StatedItem = Pick<PolicyItem, "id" | "amount" | "multiplier" | "exclusiveGroup" | "topUp">;

/** The sums an item's text allows. Of a top-up any part may be due. */
export function payableSum(item: StatedItem): PayableSum {
  const { amount } = item;
  if (amount.atLeast) return { kind: "open" };
  const stated = amount.upTo || item.topUp ? null : statedSums(amount);
  if (stated) return { kind: "exact", fens: sums(stated, factorsOf(item)) };
  const { mostFen } = amountOf(item, {}, nothingReceived);
  const shared = amount.sharedCap ? roundToFen(decimalOf(amount.sharedCap.yuan)) : null;
  const most = [mostFen, shared].flatMap((fen) => fen ?? []).toSorted((a, b) => (a < b ? -1 : Number(a > b)))[0];
  return most === undefined || amount.kind === "service" ? { kind: "open" } : { kind: "most", fen: most };
}

/** Whether an item's text allows a sum; where it states none, every sum. */
export function isPayable(sum: PayableSum, fen: Fen): boolean {
  if (sum.kind === "exact") return sum.fens.includes(fen);
  return sum.kind === "open" || fen <= sum.fen;
}

/** Sums in yuan that the text names itself; null where they hang on a figure. */
function statedSums(amount: Amount): Decimal[] | null {
  if (amount.kind === "fixed") return [decimalOf(amount.yuan)];
  if (amount.kind !== "tiered" || amount.capBy !== undefined || amount.capLast) return null;
  const cap = amount.capYuan;
  return amount.tiers.map(({ yuan }) => decimalOf(cap === null ? yuan : Math.min(yuan, cap)));
}

function factorsOf({ multiplier }: StatedItem): Decimal[] {
  return multiplier
    ? [...multiplier.values.map(({ factor }) => decimalOf(factor)), decimalOf(multiplier.otherwise)]
    : [decimalOf(1)];
}

function sums(stated: readonly Decimal[], factors: readonly Decimal[]): Fen[] {
  const whole = stated.flatMap((yuan) => factors.map((factor) => multiply(yuan, factor)));
  return [...new Set(whole.map(roundToFen))].filter((fen) => fen > 0n).toSorted((a, b) => (a < b ? -1 : 1));
}
