import type { PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, workdayFrom, workingDaysBetween, type WorkingCalendar } from "~/kernel/working-days";

/** Whose time a term is: an office's, or that of a firm or of everybody, which nobody shortens. */
type TermOwner = "office" | "firm";
export type RunningTerm = {
  owner: TermOwner;
  start: PlainDate;
  day: PlainDate;
  /** else calendar days */ working: boolean;
};

/**
 * The last day of a running term after the calendar has changed: as many working days after `start` as before.
 * A firm's term never ends earlier than it was told, and never on a day off (民法典第二百零三条); an office's never ends before
 * `today`, the day of the change, for nobody is made late by an announcement.
 * @throws CalendarEnd
 */
export function movedDay(
  { before, after, today }: { before: WorkingCalendar; after: WorkingCalendar; today: PlainDate },
  { owner, start, day, working }: RunningTerm,
): PlainDate {
  const count = working ? workingDaysBetween(before, start, day) : 0;
  const counted = count > 0 ? addWorkingDays(after, start, count) : day;
  if (owner === "firm") return workdayFrom(after, counted > day ? counted : day);
  const bound = day < today ? day : today;
  return counted < bound ? bound : counted;
}
