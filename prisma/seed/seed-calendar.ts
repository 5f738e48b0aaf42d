import type { PrismaClient } from "~/generated/prisma/client";
import { officialCalendar, officialHolidays, provisionalCalendar } from "~/kernel/official-holidays";
import { yearOf, type PlainDate } from "~/kernel/plain-date";

/** Writes the demo's calendar; days somebody has changed stay as they are. */
export async function seedCalendar(prisma: PrismaClient, today: PlainDate): Promise<void> {
  await prisma.calendarDay.createMany({ data: planCalendar(today), skipDuplicates: true });
}

/** The announced years, and for the time being those after them up to the year after `today`. */
export function planCalendar(today: PlainDate): { date: PlainDate; isWorkday: boolean }[] {
  const announced = Math.max(...Object.keys(officialHolidays).map(Number));
  const last = Math.max(announced, yearOf(today)) + 1;
  const years = Array.from({ length: last - announced }, (_, index) => announced + 1 + index);
  return [...officialCalendar(), ...years.flatMap((year) => provisionalCalendar(String(year)))];
}
