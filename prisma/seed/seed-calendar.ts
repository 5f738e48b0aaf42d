import type { PrismaClient } from "~/generated/prisma/client";
import { officialCalendar, provisionalCalendar } from "~/kernel/official-holidays";

/** The announced years, and the next one for the time being; days somebody has changed stay as they are. */
export async function seedCalendar(prisma: PrismaClient): Promise<void> {
  const provisional = provisionalCalendar("2027").map((day) => ({ ...day, note: "暂按周一至周五，待国务院办公厅通知" }));
  await prisma.calendarDay.createMany({ data: [...officialCalendar(), ...provisional], skipDuplicates: true });
}
