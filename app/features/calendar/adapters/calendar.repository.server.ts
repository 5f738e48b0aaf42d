import type { Tx } from "~/platform/db.server";
import type { ChangedDay, KnownDay } from "../domain/changed-days";

const day = { date: true, isWorkday: true, note: true } as const;

/** The known days of a year, in order. */
export function daysOfYear(tx: Tx, year: number): Promise<KnownDay[]> {
  return tx.calendarDay.findMany({
    where: { date: { startsWith: `${year}-` } },
    select: day,
    orderBy: { date: "asc" },
  });
}

/** Every known day, in order. */
export function allDays(tx: Tx): Promise<KnownDay[]> {
  return tx.calendarDay.findMany({ select: day, orderBy: { date: "asc" } });
}

export function findDay(tx: Tx, date: string): Promise<KnownDay | null> {
  return tx.calendarDay.findUnique({ where: { date }, select: day });
}

/** First and last year the calendar knows; null where it is empty. */
export async function yearSpan(tx: Tx): Promise<{ first: number; last: number } | null> {
  const { _min, _max } = await tx.calendarDay.aggregate({ _min: { date: true }, _max: { date: true } });
  return _min.date && _max.date ? { first: Number(_min.date.slice(0, 4)), last: Number(_max.date.slice(0, 4)) } : null;
}

export async function addDaysOf(tx: Tx, days: readonly { date: string; isWorkday: boolean }[]): Promise<void> {
  await tx.calendarDay.createMany({ data: [...days], skipDuplicates: true });
}

export async function noteDay(tx: Tx, date: string, note: string | null): Promise<void> {
  await tx.calendarDay.update({ where: { date }, data: { note } });
}

export async function setDays(tx: Tx, days: readonly ChangedDay[]): Promise<void> {
  const dates = days.map(({ date }) => date);
  const works = days.map(({ isWorkday }) => isWorkday);
  const notes = days.map(({ note }) => note);
  await tx.$executeRaw`
    UPDATE "CalendarDay" d SET "isWorkday" = m.works, note = m.note
    FROM unnest(${dates}::text[], ${works}::boolean[], ${notes}::text[]) AS m(date, works, note) WHERE d.date = m.date`;
}

/**
 * Waits until nobody computes with the calendar, and keeps others from it to the end of the transaction: whoever read it has
 * written what it came to, and whoever reads it next sees the new days.
 */
export async function holdCalendar(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '20s'`;
  await tx.$executeRaw`LOCK TABLE "CalendarEdition" IN ACCESS EXCLUSIVE MODE`;
}

/** Marks a year as announced; a later notice takes the place of an earlier one. */
export async function announceYear(
  tx: Tx,
  { year, ...notice }: { year: number; number: string; issuedOn: string; changeId: string },
): Promise<void> {
  await tx.calendarYear.upsert({ where: { year }, create: { year, ...notice }, update: notice });
}
