import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";
import { addDays, addMonths, epochDay, isPlainDate, yearOf, type PlainDate } from "~/kernel/plain-date";
import type { Fen } from "~/kernel/money";
import { amountOf } from "../amount/amount";
import { natureOf, type AmountNature } from "../amount/amount-nature";
import type { Changeability } from "../explain/changeability";
import { plansFor, type Change, type Plan } from "./counterfactual";
import type { SlotValues } from "../evaluate/fact-slots";
import type { CompiledItem } from "../matches/match-firm";
import { lastDayWithin, withinYearsSince } from "~/features/policies/domain/operators";
import type { Received } from "~/features/claims/domain/received";

/** An item a firm is not eligible for (yet), with the easiest ways there. */
export type Advice = {
  itemId: string;
  nature: AmountNature;
  /** Who brings the easiest way about; `fixed`: nobody, also where no way exists. */
  how: Changeability;
  /** Easiest first, at most three, all as easy in kind as the first. Empty where no way exists. */
  plans: readonly Plan[];
  /** Facts as they are after the easiest plan. */
  changed: Facts;
  /**
   * What the item pays then; null where a figure of the sum is missing or it is no money. A figure not given yet stays
   * open: the least that suffices is no estimate of it.
   */
  fen: Fen | null;
  /** The most it can pay; null without bound, or where it is no money. */
  mostFen: Fen | null;
};

export type Firm = { values: SlotValues; facts: Facts; today: PlainDate; received: Received };

/** The minimal changes that would make one item eligible, and what it would bring then. */
export function adviceOn(
  { item, rule }: CompiledItem,
  { values, facts, today, received }: Firm,
  definitions: ReadonlyMap<string, FactDefinition>,
): Advice {
  const [first, ...others] = plansFor(rule, values, today, definitions);
  const nature = natureOf(item);
  if (!first) return { itemId: item.id, nature, how: "fixed", plans: [], changed: facts, fen: null, mostFen: null };
  const changesTo = (changes: readonly Change[]): Facts => ({
    ...facts,
    ...Object.fromEntries(changes.map((change) => [change.fact, change.to])),
  });
  const plans = [first, ...others.filter((plan) => plan.how === first.how)].slice(0, 3);
  const sum = amountOf(
    item,
    changesTo(first.changes.filter(({ from, to }) => from !== null || typeof to !== "number")),
    received,
  );
  const pays = nature === "nonCash" ? { fen: null, mostFen: null } : { fen: sum.fen, mostFen: sum.mostFen };
  return { itemId: item.id, nature, how: first.how, plans, changed: changesTo(first.changes), ...pays };
}

/** The day on which time alone will have brought a change; null where it isn't time, or no one can tell. */
export function dayOfChange({ how, from, to }: Change, definition: FactDefinition, today: PlainDate): PlainDate | null {
  if (how !== "time") return null;
  if (typeof from === "string" && typeof to === "string" && isPlainDate(from) && isPlainDate(to))
    return dayOfSpan(from, to, today);
  if (typeof from !== "number" || typeof to !== "number" || to <= from) return null;
  if (definition.unit === "天") return addDays(today, Math.ceil(to - from));
  const months = { 年: 12, 月: 1 }[definition.unit ?? ""];
  return months === undefined ? null : addMonths(today, Math.ceil(tidy((to - from) * months)));
}

/**
 * The day after a span that began on `from`, where `to` is the latest day whose span is over today: spans of whole months end by
 * the calendar, any other lasts as many days.
 */
function dayOfSpan(from: PlainDate, to: PlainDate, today: PlainDate): PlainDate {
  const [year = 0, month = 0] = [yearOf(today) - yearOf(to), Number(today.slice(5, 7)) - Number(to.slice(5, 7))];
  const around = [-1, 0, 1].map((more) => (year * 12 + month + more) / 12);
  const years = around.find((each) => addDays(withinYearsSince(each, today), -1) === to);
  return years === undefined ? addDays(today, epochDay(from) - epochDay(to)) : addDays(lastDayWithin(from, years), 1);
}

/** Without the dust of binary fractions. */
function tidy(months: number): number {
  return Math.round(months * 1e6) / 1e6;
}

export const adviceOrders = ["yield", "sum", "ease"] as const;
export type AdviceOrder = (typeof adviceOrders)[number];

/** What a piece of advice is ordered by: the yuan it would bring the firm and the effort of its easiest plan. */
export type Weighed = { gainFen: Fen | null; mostFen: Fen | null; effort: number };

/**
 * Advice in the asked order: yuan per effort, yuan, or least effort. A sum that cannot be told counts as its ceiling,
 * without one it comes last.
 */
export function orderAdvice<T extends Weighed>(advice: readonly T[], order: AdviceOrder): T[] {
  const yuan = ({ gainFen, mostFen }: Weighed) => Number(gainFen ?? mostFen ?? -1n);
  const worth: Record<AdviceOrder, (each: Weighed) => number> = {
    yield: (each) => yuan(each) / Math.max(each.effort, 0.1),
    sum: yuan,
    ease: ({ effort }) => -effort,
  };
  return advice.toSorted((left, right) => worth[order](right) - worth[order](left));
}
