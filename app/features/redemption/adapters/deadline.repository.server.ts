import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Deadlines that have come and that nobody has handled. */
export async function dueDeadlines(tx: Tx, now: Date): Promise<{ id: string; applicationId: string; event: string }[]> {
  const rows = await tx.deadline.findMany({
    where: { dueAt: { lte: now }, handledAt: null, cancelledAt: null, event: { not: null } },
    orderBy: { dueAt: "asc" }, take: 50, select: { id: true, applicationId: true, event: true },
  });
  return rows.flatMap(({ event, ...row }) => (event ? [{ ...row, event }] : []));
}

/** Changes a deadline that is still open; false when another worker took it. */
export async function markDeadline(tx: Tx, id: string, data: Prisma.DeadlineUpdateManyMutationInput): Promise<boolean> {
  const { count } = await tx.deadline.updateMany({ where: { id, handledAt: null, cancelledAt: null }, data });
  return count === 1;
}

/** Whether a term that nobody has ended yet has run out. */
export async function isTermOver(tx: Tx, applicationId: string, { event, now }: { event: string; now: Date }): Promise<boolean> {
  return (await tx.deadline.count({ where: { applicationId, event, dueAt: { lte: now }, handledAt: null, cancelledAt: null } })) > 0;
}
