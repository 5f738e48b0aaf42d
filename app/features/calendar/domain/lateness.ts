import type { PlainDate } from "~/kernel/plain-date";
import { workingDaysBetween, type WorkingCalendar } from "~/kernel/working-days";

/** How a term stands: yellow in its last third (the last working day at least), red when it is over. */
export type Warning = "none" | "yellow" | "red";
/** `days`: working days that are left; where it is over, working days since (0 until the next one begins). */
export type Lateness = { warning: Warning; days: number };

/**
 * Whether something is late that is open, or was finished, on a day: its last day is over. The database says the same as
 * `is_late(due, day)`.
 */
export function isLate(dueOn: PlainDate, day: PlainDate): boolean {
  return day > dueOn;
}

/** A term in words; `t` knows the namespace `calendar`. */
export function latenessWords(t: (key: string, values: { count: number }) => string, lateness: Lateness): string {
  const { warning, days } = lateness;
  return t(`calendar:lateness.${warning === "red" && days === 0 ? "over" : warning}`, { count: days });
}

/** What is late on a day, as a condition on its last day. */
export function lateOn(day: PlainDate): { lt: PlainDate } {
  return { lt: day };
}

/** What every page, list and notice tells of a term. @throws CalendarEnd */
export function latenessOf(
  calendar: WorkingCalendar,
  { openedOn, dueOn }: { openedOn: PlainDate; dueOn: PlainDate },
  today: PlainDate,
): Lateness {
  if (isLate(dueOn, today)) return { warning: "red", days: workingDaysBetween(calendar, dueOn, today) };
  const days = workingDaysBetween(calendar, today, dueOn);
  const near = Math.max(1, Math.floor(workingDaysBetween(calendar, openedOn, dueOn) / 3));
  return { warning: days <= near ? "yellow" : "none", days };
}
