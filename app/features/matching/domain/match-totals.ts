import type { Fen } from "~/kernel/money";
import { fenFromYuan } from "~/kernel/money";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { AmountNature } from "./amount-nature";

/** A match with its item, as totals read it. */
export type Countable = { item: Pick<PolicyItem, "id" | "exclusiveGroup" | "amount">; nature: AmountNature; fen: Fen | null };

/** Sums by nature; cash and ceilings are never mixed, and what isn't money is only counted. */
export type Totals = { cash: Fen; upTo: Fen; nonCash: number };

/** One item of an exclusive group counts (就高不重复), items under a shared cap are cut together. */
export function totalsOf(matches: readonly Countable[]): Totals {
  const best = [...highestOfGroup(matches).values()];
  const ofNature = (nature: AmountNature) => best.filter((match) => match.nature === nature);
  return { cash: underSharedCaps(ofNature("cash")), upTo: underSharedCaps(ofNature("upTo")), nonCash: ofNature("nonCash").length };
}

function highestOfGroup(matches: readonly Countable[]): Map<string, Countable> {
  const best = new Map<string, Countable>();
  for (const match of matches) {
    const group = match.item.exclusiveGroup ?? match.item.id;
    const rival = best.get(group);
    if (!rival || (match.fen ?? 0n) > (rival.fen ?? 0n)) best.set(group, match);
  }
  return best;
}

function underSharedCaps(matches: readonly Countable[]): Fen {
  const shared = new Map<string, { cap: Fen; sum: Fen }>();
  let free = 0n;
  for (const { item, fen } of matches) {
    const rule = item.amount.sharedCap;
    if (!rule) free += fen ?? 0n;
    else shared.set(rule.group, { cap: fenFromYuan(rule.yuan), sum: (shared.get(rule.group)?.sum ?? 0n) + (fen ?? 0n) });
  }
  return [...shared.values()].reduce((total, { cap, sum }) => total + (sum < cap ? sum : cap), free);
}
