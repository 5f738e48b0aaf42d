import type { PrismaClient } from "~/generated/prisma/client";
import { officialCalendar } from "~/kernel/official-holidays";

/** The announced years; days somebody has changed stay as they are. */
export async function seedCalendar(prisma: PrismaClient): Promise<void> {
  await prisma.calendarDay.createMany({ data: officialCalendar(), skipDuplicates: true });
}
