import type { Leaf } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { leafOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import { addDays, isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { withinYearsSince } from "~/features/policies/domain/operators";

type Scalar = string | number | boolean;

/**
 * Values of one fact that stand for all others: for every way the given conditions on it can come out, at least one value
 * that makes them come out so (bounds themselves and the values next to them, members, prefixes, one value of none of these).
 */
export function representatives(
  leaves: readonly Leaf[],
  definition: FactDefinition | undefined,
  today: PlainDate,
): readonly FactValue[] {
  if (definition?.type === "boolean") return [true, false];
  if (definition?.type === "enum") return (definition.values ?? []).map((entry) => entry.value);
  const values = leaves.flatMap((leaf) => around(leafOn(leaf, today), definition, today));
  return [...new Set(values)].filter((value) => typeof value !== "number" || isInRange(value, definition));
}

function isInRange(value: number, definition: FactDefinition | undefined): boolean {
  return (
    value >= (definition?.min ?? Number.NEGATIVE_INFINITY) && value <= (definition?.max ?? Number.POSITIVE_INFINITY)
  );
}

function around(leaf: LiteralLeaf, definition: FactDefinition | undefined, today: PlainDate): readonly FactValue[] {
  if (leaf.operator === "withinYears") {
    const since = withinYearsSince(leaf.value, today);
    return [since, addDays(since, -1)];
  }
  if (leaf.operator === "startsWithAny")
    return [...leaf.value.map((prefix) => (leaf.fact === "region" ? prefix.padEnd(6, "0") : prefix)), noneOfThese];
  if (leaf.operator === "contains" || leaf.operator === "doesNotContain") return [[leaf.value], []];
  return (Array.isArray(leaf.value) ? (leaf.value as readonly Scalar[]) : [leaf.value]).flatMap((value) =>
    beside(value, definition),
  );
}

/** A code and a text of which no policy speaks. */
export const noneOfThese = "—";

function beside(value: Scalar, definition: FactDefinition | undefined): readonly FactValue[] {
  if (typeof value === "boolean") return [true, false];
  if (typeof value === "string")
    return isPlainDate(value) ? [addDays(value, -1), value, addDays(value, 1)] : [value, noneOfThese];
  const step = definition?.type === "integer" || definition?.type === "year" ? 1 : 0.01;
  return [Number((value - step).toFixed(2)), value, Number((value + step).toFixed(2))];
}
