import type { Tx } from "~/platform/db.server";

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

/** Puts a deadline that is still open off. */
export async function putOffDeadline(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await tx.deadline.updateMany({ where: { id, handledAt: null, cancelledAt: null }, data: { dueAt } });
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
