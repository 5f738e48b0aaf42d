import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { Tx } from "~/platform/db.server";
import { readConfig } from "~/features/policies/domain/stored-item";

/** Deadlines that have come and that nobody has handled. */
export async function dueDeadlines(tx: Tx, now: Date): Promise<{ id: string; applicationId: string; event: string }[]> {
  const rows = await tx.deadline.findMany({
    where: { dueAt: { lte: now }, handledAt: null, cancelledAt: null, event: { not: null } },
    orderBy: { dueAt: "asc" },
    take: 50,
    select: { id: true, applicationId: true, event: true },
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

/** Puts a deadline that is still open off. @returns how often that has happened, and the case with its way of redemption; null where it is over */
export async function putOffDeadline(
  tx: Tx,
  id: string,
  dueAt: Date,
): Promise<{ putOffs: number; redemption: RedemptionConfig } | null> {
  const [row] = await tx.deadline.updateManyAndReturn({
    where: { id, handledAt: null, cancelledAt: null },
    data: { dueAt, putOffs: { increment: 1 } },
    select: { putOffs: true, application: { select: { itemVersion: { select: { redemption: true } } } } },
  });
  if (!row) return null;
  return { putOffs: row.putOffs, redemption: readConfig(row.application.itemVersion.redemption) };
}

/** Lets an open deadline come at once. */
export async function hurryDeadline(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { id, handledAt: null, cancelledAt: null }, data: { dueAt } });
}

/** Whether a case has open work or another open term than this one; true where the deadline is over already. */
export async function hasAnotherWay(tx: Tx, id: string): Promise<boolean> {
  const open = { handledAt: null, cancelledAt: null };
  const deadline = await tx.deadline.findFirst({
    where: { id, ...open },
    select: {
      application: {
        select: {
          tasks: { where: { closedAt: null }, select: { id: true }, take: 1 },
          deadlines: { where: { id: { not: id }, ...open }, select: { id: true }, take: 1 },
        },
      },
    },
  });
  return !deadline || deadline.application.tasks.length + deadline.application.deadlines.length > 0;
}

export async function cancelDeadline(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { id, handledAt: null, cancelledAt: null }, data: { cancelledAt: at } });
}

/** Those of these deadlines that still run. */
export async function runningAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.deadline.findMany({
    where: { id: { in: [...ids] }, handledAt: null, cancelledAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Whether a term that nobody has ended yet has run out. */
export async function isTermOver(
  tx: Tx,
  applicationId: string,
  { event, now }: { event: string; now: Date },
): Promise<boolean> {
  return (
    (await tx.deadline.count({
      where: { applicationId, event, dueAt: { lte: now }, handledAt: null, cancelledAt: null },
    })) > 0
  );
}

/** The way of redemption a case was begun on. */
export async function configOfCase(tx: Tx, applicationId: string): Promise<RedemptionConfig> {
  const { itemVersion } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { itemVersion: { select: { redemption: true } } },
  });
  return readConfig(itemVersion.redemption);
}
