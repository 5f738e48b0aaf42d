import { Refusal } from "~/kernel/refusal";
import type { PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, CalendarEnd, type WorkingCalendar } from "~/kernel/working-days";
import { oncePerTransaction } from "~/platform/at-end.server";
import type { Deps } from "~/platform/context.server";
import { calendarColumns } from "../adapters/calendar.repository.server";

/** The working calendar. */
export function readCalendar({ tx }: Pick<Deps, "tx">): Promise<WorkingCalendar> {
  return oncePerTransaction(tx, "calendar", async () => {
    const { dates, workdays } = await calendarColumns(tx);
    return new Map(dates.map((date, index) => [date, workdays[index] ?? false]));
  });
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
