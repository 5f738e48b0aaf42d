import { addMonths, yearOf, type PlainDate } from "~/kernel/plain-date";
import type { FactDefinition } from "./fact-definition";

/**
 * Facts whose values have bounds of sense: figures from `min` to `max`; days of the years `min` to `max`, not further
 * ahead than `aheadYears`.
 */
export function isBounded({ type }: Pick<FactDefinition, "type">): boolean {
  return ["yuan", "integer", "number", "percent", "year", "date"].includes(type);
}

/** The year of what never was: of a title a firm hasn't got. It lies before every other, so that no condition on it is met. */
export const never = 0;

/**
 * What is wrong with the size of a value, as a key of `problem`, or null. A value of another type has none. Without `today`
 * a day is only held against its years.
 */
export function boundsProblem(
  value: unknown,
  definition: FactDefinition,
  today: PlainDate | null,
): "problem.min" | "problem.max" | "problem.dateRange" | null {
  if (!isBounded(definition)) return null;
  if (definition.type === "date")
    return typeof value === "string" && isBeyondDays(value, definition, today) ? "problem.dateRange" : null;
  if (typeof value !== "number" || (definition.type === "year" && value === never)) return null;
  if (value < (definition.min ?? -Infinity)) return "problem.min";
  return value <= (definition.max ?? Infinity) ? null : "problem.max";
}

function isBeyondDays(day: PlainDate, { min, max, aheadYears = 0 }: FactDefinition, today: PlainDate | null): boolean {
  if (yearOf(day) < (min ?? 0) || yearOf(day) > (max ?? 9999)) return true;
  return today !== null && day > addMonths(today, aheadYears * 12);
}
