import { yearOf, type PlainDate } from "~/kernel/plain-date";
import type { Condition, Leaf, RelativeYear } from "./condition-schema";
import type { FactValue } from "./fact-definition";

/** A comparison whose value stands for a certain day. */
export type LiteralLeaf = Leaf extends infer Each
  ? Each extends Leaf
    ? Omit<Each, "value"> & { value: Exclude<Each["value"], RelativeYear> }
    : never
  : never;

/** Whether a value of a condition is counted from the year of the day it is asked on: `{"year": -1}` is the year before. */
export function isRelativeYear(value: unknown): value is RelativeYear {
  return typeof value === "object" && value !== null && "year" in value;
}

/** The value of a condition on a day (Asia/Shanghai): a relative year as the calendar year it stands for, all else as it is. */
export function valueOn<T>(value: T, today: PlainDate): Exclude<T, RelativeYear> | number {
  return isRelativeYear(value) ? yearOf(today) + value.year : (value as Exclude<T, RelativeYear>);
}

/** A comparison as it reads on a day. */
export function leafOn(leaf: Leaf, today: PlainDate): LiteralLeaf {
  return isRelativeYear(leaf.value)
    ? ({ ...leaf, value: valueOn(leaf.value, today) } as LiteralLeaf)
    : (leaf as LiteralLeaf);
}

/** A condition tree as it reads on a day; the same tree where no year in it is relative. */
export function conditionOn(condition: Condition, today: PlainDate): Condition {
  if ("not" in condition) return { not: conditionOn(condition.not, today) };
  if ("all" in condition) return { all: condition.all.map((child) => conditionOn(child, today)) };
  if ("any" in condition) return { any: condition.any.map((child) => conditionOn(child, today)) };
  return leafOn(condition, today);
}

/** What a value of a condition can be, besides values of facts. */
export type ConditionValue = FactValue | RelativeYear;
