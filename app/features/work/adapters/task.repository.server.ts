import { groupBy } from "~/kernel/group-by";
import type { Prisma } from "~/generated/prisma/client";
import { atEnd, writeBefore } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { insertion, writing, type Write } from "~/platform/write-rows.server";
import type { Office, Subject } from "../domain/subject";

export type Closing = { closedAt: Date; closedById: string | null; outcome: string; comment: string | null };

/** Closes work; what is closed alike in one transaction is closed together. */
export async function closeTaskRows(tx: Tx, ids: readonly string[], closing: Closing): Promise<void> {
  await writeBefore<TaskRows>(tx, "task", (rows) => rows.some(({ id }) => ids.includes(id)));
  await atEnd(tx, "closedTask", { order: "", row: { ids, closing } }, (waiting) =>
    [...groupBy(waiting, ({ row }) => JSON.stringify(row.closing)).values()].map((alike) =>
      closingOf(alike.map(({ row }) => row)),
    ),
  );
}

function closingOf(alike: readonly { ids: readonly string[]; closing: Closing }[]): Write {
  const { closedAt, closedById, outcome, comment } = alike[0]?.closing ?? {};
  return writing`UPDATE "Task" SET "closedAt" = ${closedAt}, "closedById" = ${closedById}::uuid, outcome = ${outcome}, comment = ${comment} WHERE id = ANY(${alike.flatMap(({ ids }) => ids)}::uuid[])`;
}

type TaskRows = readonly (Prisma.TaskCreateManyInput & { id: string })[];

export function openTaskRows(tx: Tx, rows: TaskRows): Promise<void> {
  return atEnd(tx, "task", { order: "", row: rows }, (waiting) =>
    insertion(
      "Task",
      waiting.flatMap(({ row }) => row),
    ),
  );
}

/** When the last work of a stage of an office was due that ended with an outcome. */
export async function lastDueOf(
  tx: Tx,
  { type, id }: Subject,
  { stage, departmentId, outcome }: { stage: string; departmentId: string; outcome: string },
): Promise<string | null> {
  const row = await tx.task.findFirst({
    where: { subjectType: type, subjectId: id, stage, departmentId, outcome },
    orderBy: { closedAt: "desc" },
    select: { dueOn: true },
  });
  return row?.dueOn ?? null;
}

/** Open work on a thing that an office holds. */
export function openWork(tx: Tx, { type, id }: Subject, office: Office) {
  return tx.task.findMany({
    where: { subjectType: type, subjectId: id, ...office, closedAt: null },
    select: { id: true, stage: true, assigneeId: true },
  });
}

/** All open work on things of a kind, or on some of them. */
export function findOpenOf(tx: Tx, subjectType: string, subjectIds?: readonly string[]) {
  return tx.task.findMany({
    where: { subjectType, ...(subjectIds ? { subjectId: { in: [...subjectIds] } } : {}), closedAt: null },
    orderBy: { id: "asc" },
    select: { ...given, openedAt: true },
  });
}

export async function assign(tx: Tx, taskId: string, assigneeId: string | null): Promise<boolean> {
  const { count } = await tx.task.updateMany({ where: { id: taskId, closedAt: null }, data: { assigneeId } });
  return count === 1;
}

const given = {
  id: true,
  subjectType: true,
  subjectId: true,
  stage: true,
  departmentId: true,
  regionCode: true,
  dueOn: true,
  assigneeId: true,
} as const;

export type GivenTask = Awaited<ReturnType<typeof workInHands>>[number];

/** Open work of an office by its id. */
export function findTask(tx: Tx, id: string, office: Office) {
  return tx.task.findFirst({ where: { id, ...office, closedAt: null }, select: given });
}

/** Open work that is given to one of these people, the most urgent first. */
export function workInHands(tx: Tx, userIds: readonly string[]) {
  return tx.task.findMany({
    where: { assigneeId: { in: [...userIds] }, closedAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: given,
  });
}

/** How much open work is assigned to each person of an office. */
export async function loads(tx: Tx, office: Office): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.task.groupBy({
    by: ["assigneeId"],
    where: { ...office, closedAt: null, assigneeId: { not: null } },
    _count: true,
  });
  return new Map(rows.flatMap((row) => (row.assigneeId ? [[row.assigneeId, row._count]] : [])));
}

/** Gives open work other last days; who was warned of the old day is warned of the new one. */
export async function shiftTaskRows(tx: Tx, shifts: readonly { id: string; day: string }[]): Promise<void> {
  const [ids, days] = [shifts.map(({ id }) => id), shifts.map(({ day }) => day)];
  await tx.$executeRaw`
    UPDATE "Task" t SET "dueOn" = m.day, "warnedAt" = NULL, "escalatedAt" = NULL
    FROM unnest(${ids}::uuid[], ${days}::text[]) AS m(id, day) WHERE t.id = m.id`;
}
