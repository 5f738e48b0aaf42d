import { epochDay, type PlainDate } from "~/kernel/plain-date";

/** Monday 0 to Sunday 6; 1970-01-01 was a Thursday. */
export function weekdayOf(day: PlainDate): number {
  return (epochDay(day) + 3) % 7;
}

/** The days of a year by month, in order. */
export function byMonth<D extends { date: PlainDate }>(days: readonly D[]): { month: number; days: D[] }[] {
  return Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    days: days.filter(({ date }) => Number(date.slice(5, 7)) === index + 1),
  }));
}
