import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { Office } from "./desk.repository.server";

/** Whether somebody stands in for another on a day. */
export async function isDeputyOf(tx: Tx, deputyId: string, userId: string, day: string): Promise<boolean> {
  return (
    (await tx.absence.count({
      where: { userId, deputyId, endedAt: null, fromDay: { lte: day }, toDay: { gte: day } },
    })) > 0
  );
}

export async function addRecusal(tx: Tx, data: Prisma.RecusalUncheckedCreateInput): Promise<void> {
  await tx.recusal.upsert({
    where: { applicationId_userId: { applicationId: data.applicationId, userId: data.userId } },
    create: data,
    update: {},
  });
}

/** Open work on a case that an office holds. */
export function openWork(tx: Tx, applicationId: string, office: Office) {
  return tx.reviewTask.findMany({
    where: { applicationId, ...office, closedAt: null },
    select: { id: true, stage: true, assigneeId: true },
  });
}

export async function assign(tx: Tx, taskId: string, assigneeId: string | null): Promise<boolean> {
  const { count } = await tx.reviewTask.updateMany({ where: { id: taskId, closedAt: null }, data: { assigneeId } });
  return count === 1;
}

/** A task of an office by id, open or not. */
export function findTask(tx: Tx, id: string, office: Office) {
  return tx.reviewTask.findFirst({
    where: { id, ...office, closedAt: null },
    select: { id: true, applicationId: true, stage: true, assigneeId: true },
  });
}

/** How much open work is assigned to each person of an office. */
export async function loads(tx: Tx, office: Office): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.reviewTask.groupBy({
    by: ["assigneeId"],
    where: { ...office, closedAt: null, assigneeId: { not: null } },
    _count: true,
  });
  return new Map(rows.flatMap((row) => (row.assigneeId ? [[row.assigneeId, row._count]] : [])));
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

export type InHands = Awaited<ReturnType<typeof workInHands>>[number];

/** Open work that is given to one of these people, the most urgent first. */
export function workInHands(tx: Tx, userIds: readonly string[]) {
  return tx.reviewTask.findMany({
    where: { assigneeId: { in: [...userIds] }, closedAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      stage: true,
      dueOn: true,
      assigneeId: true,
      application: {
        select: {
          id: true,
          number: true,
          recusals: { select: { userId: true } },
          enterprise: { select: { name: true, memberships: { select: { userId: true } } } },
        },
      },
    },
  });
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
