import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Whether somebody stands in for another on a day. */
export async function isDeputyOf(tx: Tx, deputyId: string, userId: string, day: string): Promise<boolean> {
  return (
    (await tx.absence.count({
      where: { userId, deputyId, endedAt: null, fromDay: { lte: day }, toDay: { gte: day } },
    })) > 0
  );
}

export function absencesOf(tx: Tx, userIds: readonly string[], day: string) {
  return tx.absence.findMany({
    where: { userId: { in: [...userIds] }, endedAt: null, toDay: { gte: day } },
    orderBy: { fromDay: "asc" },
    select: { id: true, userId: true, deputyId: true, fromDay: true, toDay: true },
  });
}

export async function addAbsence(tx: Tx, data: Prisma.AbsenceUncheckedCreateInput): Promise<void> {
  await tx.absence.create({ data });
}

export async function endAbsence(tx: Tx, id: string, userIds: readonly string[], at: Date): Promise<void> {
  await tx.absence.updateMany({ where: { id, userId: { in: [...userIds] }, endedAt: null }, data: { endedAt: at } });
}

/** Absences that are not over and for which somebody stands in. */
export function absentBy(tx: Tx, deputyId: string, day: string) {
  return tx.absence.findMany({
    where: { deputyId, endedAt: null, toDay: { gte: day } },
    select: { id: true, userId: true },
  });
}

/** Who stands in for somebody on a day. */
export async function deputiesOf(tx: Tx, userId: string, day: string): Promise<string[]> {
  const rows = await tx.absence.findMany({
    where: { userId, endedAt: null, fromDay: { lte: day }, toDay: { gte: day } },
    select: { deputyId: true },
  });
  return rows.map(({ deputyId }) => deputyId);
}
