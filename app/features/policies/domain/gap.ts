import type { Operator } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { never } from "./fact-bounds";
import { epochDay, isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { lastDayWithin, oppositeOperator } from "./operators";

/** How far a firm's figure is from what the policy asks. */
export type Gap = {
  /** Never negative; 0 where the figure stands exactly on a bound that must be passed. */
  amount: number;
  direction: "more" | "less";
  /** Unit of the amount: the fact's own, 百分点 for percentages, 天 for dates; null where it has none. */
  unit: string | null;
  /** The bound itself is not enough: the amount must be exceeded. */
  exceed: boolean;
};

export type GapLeaf = { operator: Operator; value: unknown; negated: boolean };

const bounds: Partial<Record<Operator, { direction: Gap["direction"]; strict: boolean }>> = {
  greaterThan: { direction: "more", strict: true },
  greaterThanInclusive: { direction: "more", strict: false },
  lessThan: { direction: "less", strict: true },
  lessThanInclusive: { direction: "less", strict: false },
};

/** Gap of a condition that is not met; null where figures are not ordered (codes, titles, yes or no). */
export function gapOf(
  leaf: GapLeaf,
  own: FactValue,
  definition: FactDefinition | undefined,
  today: PlainDate,
): Gap | null {
  if (leaf.operator === "withinYears") return spanGap(leaf, own, today);
  const bound = bounds[(leaf.negated ? oppositeOperator[leaf.operator] : null) ?? leaf.operator];
  if (!bound) return null;
  const distance = isNever(own, definition) ? null : distanceOf(own, leaf.value);
  if (distance === null) return null;
  const amount = Math.max(0, bound.direction === "more" ? distance : -distance);
  const whole = isWhole(own, definition);
  const extra = bound.strict && whole ? 1 : 0;
  return {
    amount: amount + extra,
    direction: bound.direction,
    unit: unitOf(own, definition),
    exceed: bound.strict && !whole,
  };
}

function isNever(own: FactValue, definition: FactDefinition | undefined): boolean {
  return definition?.type === "year" && own === never;
}

function isWhole(own: FactValue, definition: FactDefinition | undefined): boolean {
  return definition?.type === "integer" || definition?.type === "year" || typeof own === "string";
}

function distanceOf(own: FactValue, value: unknown): number | null {
  if (typeof own === "number" && typeof value === "number") return tidy(value - own);
  if (typeof own !== "string" || typeof value !== "string" || !isPlainDate(own) || !isPlainDate(value)) return null;
  return epochDay(value) - epochDay(own);
}

/** A difference without the dust of binary fractions (3 - 2.1 is 0.9). */
function tidy(difference: number): number {
  return Number.isInteger(difference) ? difference : Math.round(difference * 1e6) / 1e6;
}

function unitOf(own: FactValue, definition: FactDefinition | undefined): string | null {
  if (typeof own === "string") return "天";
  return definition?.type === "percent" ? "百分点" : (definition?.unit ?? null);
}

function spanGap(leaf: GapLeaf, own: FactValue, today: PlainDate): Gap | null {
  if (typeof own !== "string" || !isPlainDate(own) || typeof leaf.value !== "number") return null;
  const over = epochDay(today) - epochDay(lastDayWithin(own, leaf.value));
  const amount = leaf.negated ? 1 - over : over;
  return { amount: Math.max(0, amount), direction: leaf.negated ? "more" : "less", unit: "天", exceed: false };
}
