import type { Condition, Leaf } from "./catalogue";
import type { Day, Facts } from "./diary";
import { yearsAfter } from "./days";

export type Verdict = "yes" | "no" | "unknown";

/** Kleene's three values: what isn't known decides nothing that the rest has not decided. */
export function judge(condition: Condition, facts: Facts, today: Day): Verdict {
  if ("all" in condition) return worst(condition.all.map((each) => judge(each, facts, today)));
  if ("any" in condition) return turned(worst(condition.any.map((each) => turned(judge(each, facts, today)))));
  if ("not" in condition) return turned(judge(condition.not, facts, today));
  const value = facts[condition.fact];
  if (value === undefined || value === null) return "unknown";
  return holds({ ...condition, value: yearMeant(condition.value, today) }, value, today) ? "yes" : "no";
}

/** A year counted from today's: this one is 0, last one -1. */
function yearMeant(value: unknown, today: Day): unknown {
  const years = value !== null && typeof value === "object" ? (value as { year?: number }).year : undefined;
  return years === undefined ? value : new Date(`${today}T00:00:00Z`).getUTCFullYear() + years;
}

function worst(all: readonly Verdict[]): Verdict {
  if (all.includes("no")) return "no";
  return all.includes("unknown") ? "unknown" : "yes";
}

function turned(verdict: Verdict): Verdict {
  return verdict === "unknown" ? verdict : verdict === "yes" ? "no" : "yes";
}

type Test = (value: never, other: never, today: Day) => boolean;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const tests: Readonly<Record<string, Test>> = {
  equal: (value: unknown, other: unknown) => value === other,
  notEqual: (value: unknown, other: unknown) => value !== other,
  in: (value: unknown, other: unknown) => list(other).includes(value),
  notIn: (value: unknown, other: unknown) => !list(other).includes(value),
  contains: (value: unknown, other: unknown) => list(value).includes(other),
  doesNotContain: (value: unknown, other: unknown) => !list(value).includes(other),
  lessThan: (value: number, other: number) => value < other,
  lessThanInclusive: (value: number, other: number) => value <= other,
  greaterThan: (value: number, other: number) => value > other,
  greaterThanInclusive: (value: number, other: number) => value >= other,
  startsWithAny: (value: string, other: string[]) => other.some((each) => value.startsWith(each)),
  withinYears: (value: Day, years: number, today: Day) => value <= today && today <= yearsAfter(value, years),
};

function holds({ operator, value: other }: Leaf, value: unknown, today: Day): boolean {
  const test = tests[operator];
  if (!test) throw new Error(`an operator that nobody explained: ${operator}`);
  return test(value as never, other as never, today);
}
