import { yearOf, type PlainDate } from "~/kernel/plain-date";

/** Whether no notice says yet which days of a year are off; years before the first announced one are over. */
export function isProvisional(year: number, announced: readonly number[]): boolean {
  return !announced.includes(year) && year > Math.min(...announced);
}

/** Whether a day that working days were counted to may still move. */
export function isProvisionalDay(day: PlainDate, announced: readonly number[]): boolean {
  return isProvisional(yearOf(day), announced);
}
