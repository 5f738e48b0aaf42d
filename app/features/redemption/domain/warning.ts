import type { PlainDate } from "~/kernel/plain-date";
import { workingDaysBetween, type WorkingCalendar } from "~/kernel/working-days";

/** How a term stands: yellow in its last third (the last working day at least), red when it is over. */
export type Warning = "none" | "yellow" | "red";

/** @throws CalendarEnd */
export function warningOf(
  calendar: WorkingCalendar,
  term: { openedOn: PlainDate; dueOn: PlainDate },
  today: PlainDate,
): Warning {
  if (today > term.dueOn) return "red";
  const whole = workingDaysBetween(calendar, term.openedOn, term.dueOn);
  const left = workingDaysBetween(calendar, today, term.dueOn);
  return left <= Math.max(1, Math.floor(whole / 3)) ? "yellow" : "none";
}
