import type { Prisma } from "~/generated/prisma/client";
import { atEnd, writeBefore } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { insertion, writing } from "~/platform/write-rows.server";
import type { Subject } from "../domain/subject";

const running = { handledAt: null, cancelledAt: null } as const;
const ofSubject = ({ type, id }: Subject) => ({ subjectType: type, subjectId: id });

/** A term that has come, and what is to happen to its subject. */
export type DueDeadline = { id: string; subjectType: string; subjectId: string; event: string };

type DeadlineRows = (Prisma.DeadlineCreateManyInput & { id: string })[];
type Stop = Subject & { kinds: string[]; at: Date };

export function startDeadlines(tx: Tx, rows: DeadlineRows): Promise<void> {
  return atEnd(tx, "deadline", { order: "", row: rows }, (waiting) =>
    insertion(
      "Deadline",
      waiting.flatMap(({ row }) => row),
    ),
  );
}

/** Terms of these kinds of a thing run no longer. */
export async function stopDeadlines(tx: Tx, { type, id }: Subject, kinds: readonly string[], at: Date): Promise<void> {
  await writeBefore<Stop>(tx, "deadlineOver", (stop) => stop.type === type && stop.id === id);
  await writeBefore<DeadlineRows>(tx, "deadline", (rows) =>
    rows.some(({ subjectType, subjectId }) => subjectType === type && subjectId === id),
  );
  await atEnd(tx, "deadlineOver", { order: "", row: { type, id, kinds: [...kinds], at } satisfies Stop }, (waiting) =>
    waiting.map(
      ({ row }) =>
        writing`UPDATE "Deadline" SET "cancelledAt" = ${row.at} WHERE "subjectType" = ${row.type} AND "subjectId" = ${row.id} AND kind = ANY(${row.kinds}) AND "handledAt" IS NULL AND "cancelledAt" IS NULL`,
    ),
  );
}

/** Sets the last days (Asia/Shanghai) of terms. */
export async function shiftDeadlineRows(tx: Tx, shifts: readonly { id: string; day: string }[]): Promise<void> {
  const [ids, days] = [shifts.map(({ id }) => id), shifts.map(({ day }) => day)];
  await tx.$executeRaw`
    UPDATE "Deadline" d SET "dueAt" = (m.day::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    FROM unnest(${ids}::uuid[], ${days}::text[]) AS m(id, day) WHERE d.id = m.id`;
}

/** Sets the last days of the running terms of a kind that things have, where they were not put off. */
export async function shiftDeadlinesOf(
  tx: Tx,
  shifts: readonly { subject: Subject; kind: string; day: string }[],
): Promise<void> {
  const column = (read: (shift: (typeof shifts)[number]) => string) => shifts.map(read);
  await tx.$executeRaw`
    UPDATE "Deadline" d SET "dueAt" = (m.day::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    FROM unnest(${column(({ subject }) => subject.type)}::text[], ${column(({ subject }) => subject.id)}::text[],
      ${column(({ kind }) => kind)}::text[], ${column(({ day }) => day)}::text[]) AS m(type, id, kind, day)
    WHERE d."subjectType" = m.type AND d."subjectId" = m.id AND d.kind = m.kind
      AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL AND d."putOffs" = 0`;
}

/** Deadlines of a kind of things that have come and that nobody has handled. */
export async function dueDeadlines(tx: Tx, subjectType: string, now: Date): Promise<DueDeadline[]> {
  const rows = await tx.deadline.findMany({
    where: { subjectType, dueAt: { lte: now }, ...running, event: { not: null } },
    orderBy: { dueAt: "asc" },
    take: 50,
    select: { id: true, subjectType: true, subjectId: true, event: true },
  });
  return rows.flatMap(({ event, ...row }) => (event ? [{ ...row, event }] : []));
}

/** Takes a deadline that has come; false when another worker took it. */
export async function takeDeadline(tx: Tx, id: string, at: Date): Promise<boolean> {
  return (
    (await tx.$executeRaw`UPDATE "Deadline" SET "handledAt" = ${at} WHERE id = ${id}::uuid AND "handledAt" IS NULL AND "cancelledAt" IS NULL`) ===
    1
  );
}

/** Puts a deadline that is still open off. @returns how often that has happened; null where it is over */
export async function putOffDeadline(tx: Tx, id: string, dueAt: Date): Promise<number | null> {
  const [row] = await tx.deadline.updateManyAndReturn({
    where: { id, ...running },
    data: { dueAt, putOffs: { increment: 1 } },
    select: { putOffs: true },
  });
  return row?.putOffs ?? null;
}

/** Lets an open deadline come at once. */
export async function hurryDeadline(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { id, ...running }, data: { dueAt } });
}

/** Whether a thing has open work or another running term than this one; true where the deadline is over already. */
export async function hasAnotherWay(tx: Tx, id: string): Promise<boolean> {
  const deadline = await tx.deadline.findFirst({
    where: { id, ...running },
    select: { subjectType: true, subjectId: true },
  });
  if (!deadline) return true;
  const ways = [
    await tx.task.count({ where: { ...deadline, closedAt: null } }),
    await tx.deadline.count({ where: { ...deadline, id: { not: id }, ...running } }),
  ];
  return ways.some((count) => count > 0);
}

export async function cancelDeadline(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { id, ...running }, data: { cancelledAt: at } });
}

/** Those of these deadlines that still run. */
export async function runningAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.deadline.findMany({ where: { id: { in: [...ids] }, ...running }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Whether a term that nobody has ended yet has run out. */
export async function isTermOver(
  tx: Tx,
  subject: Subject,
  { event, now }: { event: string; now: Date },
): Promise<boolean> {
  return (await tx.deadline.count({ where: { ...ofSubject(subject), event, dueAt: { lte: now }, ...running } })) > 0;
}
