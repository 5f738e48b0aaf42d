import { Refusal } from "~/kernel/refusal";
import type { PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, CalendarEnd, type WorkingCalendar } from "~/kernel/working-days";
import type { Deps } from "~/platform/context.server";
import { calendarRows } from "../adapters/calendar.repository.server";

/** The working calendar. */
export async function readCalendar(deps: Pick<Deps, "tx">): Promise<WorkingCalendar> {
  const days = await calendarRows(deps.tx);
  return new Map(days.map((day) => [day.date, day.isWorkday]));
}

/**
 * The day a period of working days ends.
 * @throws Refusal `redemption.calendar-end` when the calendar has not been kept that far
 */
export async function dueDay(deps: Pick<Deps, "tx">, from: PlainDate, workingDays: number): Promise<PlainDate> {
  try {
    return addWorkingDays(await readCalendar(deps), from, workingDays);
  } catch (error) {
    if (error instanceof CalendarEnd) throw new Refusal("redemption.calendar-end", 409, { day: error.day });
    throw error;
  }
}
