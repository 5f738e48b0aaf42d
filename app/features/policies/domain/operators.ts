import type { Operator } from "~/features/policies/domain/condition-schema";
import { isRelativeYear, valueOn } from "~/features/policies/domain/relative-year";
import { addDays, addMonths, isPlainDate, type PlainDate } from "~/kernel/plain-date";

/** A comparison of a known fact with the value of the policy text, on a given day. */
export type OperatorTest = (fact: unknown, value: unknown, today: PlainDate) => boolean;

/** json-rules-engine orders only what reads as a number at its start: numbers, "7", "2026-01-01"; never booleans or Date objects. */
function isOrderable(fact: unknown): fact is number | string {
  // nothing compares with NaN, so a number needs no further look
  return typeof fact === "number" || !Number.isNaN(Number.parseFloat(fact as string));
}

function ordered(compare: (fact: number | string, value: number | string) => boolean): OperatorTest {
  return dated((fact, value) => isOrderable(fact) && compare(fact, value as number | string));
}

/** A comparison whose value may be a year counted from the day's own. */
function dated(compare: (fact: unknown, value: unknown) => boolean): OperatorTest {
  return (fact, value, today) => compare(fact, isRelativeYear(value) ? valueOn(value, today) : value);
}

/** Whether a code (region, industry) starts with one of the prefixes; anything but text does not. */
export function startsWithAny(fact: unknown, prefixes: readonly string[]): boolean {
  if (typeof fact !== "string") return false;
  for (const prefix of prefixes) if (fact.startsWith(prefix)) return true;
  return false;
}

/**
 * Whether a span of years that began on a date still runs today: it is counted from the next day and ends with the corresponding
 * day (民法典第二百至二百零四条), parts of a year in whole months. A date still to come satisfies it: the span has not run out, and
 * its negation 「已满 n 年」 must not hold for a firm that does not exist yet. Text that names no day does not.
 */
export function withinYears(fact: unknown, years: number, today: PlainDate): boolean {
  return typeof fact === "string" && isPlainDate(fact) && fact >= withinYearsSince(years, today);
}

/** The first day that lies within so many years of today: `withinYears` holds of it and of every later day. */
export function withinYearsSince(years: number, today: PlainDate): PlainDate {
  const since = addMonths(today, -monthsOf(years));
  return lastDayWithin(since, years) >= today ? since : addDays(since, 1);
}

/** The last day of a span of years that began on a day. */
export function lastDayWithin(began: PlainDate, years: number): PlainDate {
  return addMonths(began, monthsOf(years));
}

function monthsOf(years: number): number {
  return Math.round(years * 12);
}

/** Every operator of the rule language where the fact is known; equal to json-rules-engine 7.3.1 for its ten. */
export const operatorTests: Readonly<Record<Operator, OperatorTest>> = {
  equal: dated((fact, value) => fact === value),
  notEqual: dated((fact, value) => fact !== value),
  in: (fact, value) => (value as unknown[]).indexOf(fact) > -1,
  notIn: (fact, value) => (value as unknown[]).indexOf(fact) === -1,
  contains: (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1,
  doesNotContain: (fact, value) => Array.isArray(fact) && fact.indexOf(value) === -1,
  lessThan: ordered((fact, value) => fact < value),
  lessThanInclusive: ordered((fact, value) => fact <= value),
  greaterThan: ordered((fact, value) => fact > value),
  greaterThanInclusive: ordered((fact, value) => fact >= value),
  startsWithAny: (fact, value) => startsWithAny(fact, value as readonly string[]),
  withinYears: (fact, value, today) => withinYears(fact, value as number, today),
};

/** The operators json-rules-engine does not bring: to be registered there with the day bound. */
export const customOperators = ["startsWithAny", "withinYears"] as const satisfies readonly Operator[];

/** The operator that holds exactly where `operator` does not (for facts of the right type); null where none exists. */
export const oppositeOperator: Readonly<Record<Operator, Operator | null>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  contains: "doesNotContain",
  doesNotContain: "contains",
  lessThan: "greaterThanInclusive",
  greaterThanInclusive: "lessThan",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  startsWithAny: null,
  withinYears: null,
};
