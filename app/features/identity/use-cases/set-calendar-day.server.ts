import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { provisionalCalendar } from "~/kernel/official-holidays";
import { Refusal } from "~/kernel/refusal";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";

export type CalendarEntry = { date: PlainDate; isWorkday: boolean; note: string | null };

/** The known days of a year, in order. */
export function readCalendarYear(tx: Deps["tx"], year: number): Promise<CalendarEntry[]> {
  return tx.calendarDay.findMany({
    where: { date: { startsWith: `${year}-` } },
    select: { date: true, isWorkday: true, note: true },
    orderBy: { date: "asc" },
  });
}

/** First and last year the calendar knows. */
export async function calendarYears(tx: Deps["tx"]): Promise<number[]> {
  const { _min, _max } = await tx.calendarDay.aggregate({ _min: { date: true }, _max: { date: true } });
  const [first, last] = [_min.date, _max.date].map((day) => Number(day?.slice(0, 4)));
  if (!first || !last) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Says whether people work on a known day. Deadlines already set keep their day. @throws Refusal `identity.calendar-unknown` (404) */
export async function setCalendarDay(deps: Deps, entry: CalendarEntry): Promise<void> {
  const { date, isWorkday, note } = entry;
  const before = await deps.tx.calendarDay.findUnique({ where: { date }, select: { isWorkday: true, note: true } });
  if (!before) throw new Refusal("identity.calendar-unknown", 404, { date });
  await deps.tx.calendarDay.update({ where: { date }, data: { isWorkday, note } });
  await recordAudit(deps, {
    action: "calendar.changed",
    subject: { type: "calendar-day", id: date },
    before,
    after: { isWorkday, note },
  });
}

/** Adds the year after the last known one, weekends off. @throws Refusal `identity.calendar-unknown` (404) for any other year */
export async function openCalendarYear(deps: Deps, year: number): Promise<void> {
  const years = await calendarYears(deps.tx);
  if (year !== (years.at(-1) ?? 0) + 1) throw new Refusal("identity.calendar-unknown", 404, { date: year });
  await deps.tx.calendarDay.createMany({ data: provisionalCalendar(String(year)), skipDuplicates: true });
  await recordAudit(deps, { action: "calendar.year-opened", subject: { type: "calendar-year", id: String(year) } });
}
