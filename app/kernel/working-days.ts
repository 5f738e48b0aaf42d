import { addDays, type PlainDate } from "./plain-date";

/** Working days by date; a date that is missing is not known. */
export type WorkingCalendar = ReadonlyMap<PlainDate, boolean>;

/** A period that reaches beyond the days the calendar knows. */
export class CalendarEnd extends Error {
  override readonly name = "CalendarEnd";
  constructor(readonly day: PlainDate) {
    super(`the working calendar does not know ${day}`);
  }
}

/** Whether people work on a day. @throws CalendarEnd */
export function isWorkday(calendar: WorkingCalendar, day: PlainDate): boolean {
  const known = calendar.get(day);
  if (known === undefined) throw new CalendarEnd(day);
  return known;
}

/** The day on which `count` working days have passed; the day of receipt does not count. @throws CalendarEnd */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number): PlainDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. @throws CalendarEnd */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day)) count += 1;
  }
  return count;
}

/**
 * The day itself, or the first after it on which people work: a term whose last day is a day off ends with the next that is
 * none (民法典第二百零三条). A day the calendar does not know stays.
 */
export function workdayFrom(calendar: WorkingCalendar, day: PlainDate): PlainDate {
  let next = day;
  while (calendar.get(next) === false) next = addDays(next, 1);
  return next;
}
