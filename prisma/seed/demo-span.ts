import { epochDay, shanghaiDay, yearOf, type PlainDate } from "~/kernel/plain-date";

/**
 * The days that a demo tells of. `years` holds those of its cases and budgets, in order; `days` reaches from the first
 * application to today.
 */
export type DemoSpan = { today: PlainDate; begins: PlainDate; days: number; years: readonly [number, ...number[]] };

/** A demo tells of the year it stands in and of the two before, so that its firms have a past. */
export function demoSpan(now: Date): DemoSpan {
  const today = shanghaiDay(now);
  const year = yearOf(today);
  const begins = `${year - 2}-01-05`;
  return { today, begins, days: epochDay(today) - epochDay(begins), years: [year - 2, year - 1, year] };
}

/** When the budgets of a year were granted: on its first working days, or just now. */
export function yearOpened(year: number, now: Date): Date {
  const opened = new Date(`${year}-01-04T01:00:00Z`);
  return opened < now ? opened : now;
}

/** The years whose budgets are there: those of the demo, and from November the next one's, which is handed down ahead (预算法 art. 52). */
export function budgetYears(now: Date): readonly number[] {
  const { today, years } = demoSpan(now);
  return today.slice(5) < "11-01" ? years : [...years, yearOf(today) + 1];
}
