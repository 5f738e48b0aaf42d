import { boundsProblem } from "~/features/policies/domain/fact-bounds";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { valueOn } from "~/features/policies/domain/relative-year";
import { addDays, isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { factSlots } from "./fact-slots";
import { withinYearsSince } from "~/features/policies/domain/operators";
import { buildRule, leavesOf } from "./rule";

/** A number from 0 up to 1, drawn by the caller. */
export type Draw = () => number;

/**
 * Values worth trying for each fact: on, just below and just above every bound a policy draws, every member; and odd ones, of
 * other types or beyond the fact's own bounds of sense.
 */
export type ValuePools = ReadonlyMap<string, { fitting: readonly FactValue[]; odd: readonly FactValue[] }>;

const odd: readonly FactValue[] = ["7", "", "abc", true, false, -1, 0, 1e15, "2026-02-30", ["a"]];

/** Pools of values for every fact that the items read. */
export function valuePools(
  items: readonly PolicyItem[],
  definitions: ReadonlyMap<string, FactDefinition>,
  today: PlainDate,
): ValuePools {
  const leaves = items.flatMap((item) => leavesOf(buildRule(item.conditions, factSlots())));
  const near = new Map<string, Set<FactValue>>();
  for (const { leaf } of leaves) {
    const values = near.get(leaf.fact) ?? new Set(baseValues(definitions.get(leaf.fact)));
    for (const value of nearValues(leaf.operator, valueOn(leaf.value, today), today)) values.add(value);
    near.set(leaf.fact, values);
  }
  return new Map([...near].map(([fact, values]) => [fact, parted([...values], definitions.get(fact))]));
}

function parted(values: readonly FactValue[], definition: FactDefinition | undefined) {
  const isBeyond = (value: FactValue) => definition !== undefined && boundsProblem(value, definition, null) !== null;
  return { fitting: values.filter((value) => !isBeyond(value)), odd: [...odd, ...values.filter(isBeyond)] };
}

function baseValues(definition: FactDefinition | undefined): readonly FactValue[] {
  if (!definition) return [];
  if (definition.type === "boolean") return [true, false];
  if (definition.type === "enum") return (definition.values ?? []).map((entry) => entry.value);
  return definition.type === "string"
    ? ["无"]
    : definition.type === "code"
      ? ["110105", "Z99"]
      : definition.type === "date"
        ? []
        : [0];
}

function nearValues(operator: string, value: FactValue, today: PlainDate): readonly FactValue[] {
  if (operator === "withinYears") {
    const since = withinYearsSince(Number(value), today);
    return [1, 0, -1, -400].map((days) => addDays(since, days)).concat(addDays(today, 30));
  }
  if (operator === "startsWithAny")
    return listOf(value).flatMap((prefix) => [prefix, `${String(prefix)}01`, String(prefix).slice(0, -1) || "X"]);
  return listOf(value).flatMap(aroundValue);
}

function listOf(value: FactValue): readonly (string | number | boolean)[] {
  return Array.isArray(value)
    ? (value as readonly (string | number | boolean)[])
    : [value as string | number | boolean];
}

function aroundValue(value: string | number | boolean): readonly FactValue[] {
  if (typeof value === "number") return [value - 1, value - 0.01, value, value + 0.01, value + 1, value * 3];
  return typeof value === "string" && isPlainDate(value) ? [addDays(value, -1), value, addDays(value, 1)] : [value];
}

export type ProfileMix = {
  /** share of facts left out */ absent: number;
  /** share of facts of a wrong type or beyond sense */ odd: number;
};

/** A profile over the facts of the pools, drawn by chance. */
export function drawProfile(pools: ValuePools, names: readonly string[], mix: ProfileMix, draw: Draw): Facts {
  const facts: Record<string, FactValue> = {};
  for (const name of names) {
    const pool = pools.get(name);
    if (!pool || draw() < mix.absent) continue;
    const value = pick(draw() < mix.odd ? pool.odd : pool.fitting, draw);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

function pick<T>(values: readonly T[], draw: Draw): T | undefined {
  return values[Math.floor(draw() * values.length)];
}

/** A repeatable stream of numbers from a seed (mulberry32). */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
