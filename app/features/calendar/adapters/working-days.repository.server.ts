import type { Tx } from "~/platform/db.server";

/** Days from one to another and whether people work on them. */
export async function calendarBetween(tx: Tx, from: string, to: string): Promise<Record<string, boolean>> {
  const [row] = await tx.$queryRaw<
    { days: Record<string, boolean> }[]
  >`SELECT coalesce(json_object_agg(date, "isWorkday"), '{}') AS days FROM "CalendarDay" WHERE date BETWEEN ${from} AND ${to}`;
  return row?.days ?? {};
}

/** Every day of the calendar and whether people work on it, as two columns of the same length. */
export async function calendarColumns(tx: Tx): Promise<{ dates: string[]; workdays: boolean[] }> {
  const [row] = await tx.$queryRaw<
    { dates: string[] | null; workdays: boolean[] | null }[]
  >`SELECT array_agg(date ORDER BY date) AS dates, array_agg("isWorkday" ORDER BY date) AS workdays FROM "CalendarDay"`;
  return { dates: row?.dates ?? [], workdays: row?.workdays ?? [] };
}
