import type { WorkingCalendar } from "~/kernel/working-days";
import type { Tx } from "~/platform/db.server";

/** A year whose notice of the State Council is known, with its number and day. */
export type AnnouncedYear = { year: number; number: string; issuedOn: string };

/** The calendar as it stands in one edition: days and whether people work on them, and the announced years in order. */
export type CalendarEdition = { id: string; days: WorkingCalendar; announced: readonly AnnouncedYear[] };

/** Which edition of the calendar is in force; it stays so until the end of a transaction that asks. */
export async function editionInForce(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM "CalendarEdition"`;
  if (!row) throw new Error("the calendar has no edition");
  return row.id;
}

/** The edition in force with all of its days and years, in one statement: nothing changes between them. */
export async function readEdition(tx: Tx): Promise<CalendarEdition> {
  const [row] = await tx.$queryRaw<
    { id: string; dates: string[]; workdays: boolean[]; announced: AnnouncedYear[] }[]
  >`SELECT c.id::text, d.dates, d.workdays,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'number', number, 'issuedOn', "issuedOn") ORDER BY year), '[]') FROM "CalendarYear") AS announced
    FROM "CalendarEdition" c, (SELECT coalesce(array_agg(date ORDER BY date), '{}') AS dates,
      coalesce(array_agg("isWorkday" ORDER BY date), '{}') AS workdays FROM "CalendarDay") d`;
  if (!row) throw new Error("the calendar has no edition");
  const { id, dates, workdays, announced } = row;
  return { id, days: new Map(dates.map((date, index) => [date, workdays[index] ?? false])), announced };
}
