import { Refusal } from "~/kernel/refusal";
import { addDays, type PlainDate } from "~/kernel/plain-date";
import { addWorkingDays, CalendarEnd, workdayFrom, type WorkingCalendar } from "~/kernel/working-days";
import { oncePerTransaction } from "~/platform/at-end.server";
import type { Deps } from "~/platform/context.server";
import { calendarBetween, calendarColumns } from "../adapters/working-days.repository.server";

/** The working calendar. */
export function readCalendar({ tx }: Pick<Deps, "tx">): Promise<WorkingCalendar> {
  return oncePerTransaction(tx, "calendar", async () => {
    const { dates, workdays } = await calendarColumns(tx);
    return new Map(dates.map((date, index) => [date, workdays[index] ?? false]));
  });
}

/** Calendar days of which a term of up to this many working days surely ends in the window below, the longest holidays included. */
const shortTerm = 80;
const windowDays = 180;

/** The calendar of the days after one. */
function readAfter({ tx }: Pick<Deps, "tx">, from: PlainDate): Promise<WorkingCalendar> {
  return oncePerTransaction(
    tx,
    `calendar:${from}`,
    async () => new Map(Object.entries(await calendarBetween(tx, from, addDays(from, windowDays)))),
  );
}

/**
 * The day a period of working days ends.
 * @throws Refusal `redemption.calendar-end` when the calendar has not been kept that far
 */
export async function dueDay(deps: Pick<Deps, "tx">, from: PlainDate, workingDays: number): Promise<PlainDate> {
  try {
    return addWorkingDays(
      workingDays <= shortTerm ? await readAfter(deps, from) : await readCalendar(deps),
      from,
      workingDays,
    );
  } catch (error) {
    if (error instanceof CalendarEnd) throw new Refusal("redemption.calendar-end", 409, { day: error.day });
    throw error;
  }
}

/** The day a period of calendar days ends: where that is a day off, the next on which people work (民法典第二百零三条). */
export async function endOfDays(deps: Pick<Deps, "tx">, from: PlainDate, days: number): Promise<PlainDate> {
  const last = addDays(from, days);
  return workdayFrom(await readAfter(deps, last), last);
}
