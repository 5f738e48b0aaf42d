import type { Tx } from "~/platform/db.server";
import type { Office } from "../domain/subject";

const line = {
  id: true,
  subjectType: true,
  subjectId: true,
  stage: true,
  assigneeId: true,
  openedAt: true,
  dueOn: true,
} as const;

/** All open work of an office, the most urgent first. */
export function openOfOffice(tx: Tx, office: Office) {
  return tx.task.findMany({
    where: { ...office, closedAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 500,
    select: line,
  });
}

/** Work of an office that was finished since an instant. */
export function closedOfOffice(tx: Tx, office: Office, since: Date) {
  return tx.task.findMany({
    where: { ...office, closedAt: { gte: since } },
    select: { subjectType: true, stage: true, closedById: true, openedAt: true, closedAt: true, dueOn: true },
  });
}

/** Open work that is over and nobody was told of, or whose term may be near and nobody was warned of; the most urgent first. */
export function unwarned(tx: Tx, { today, dueBy }: { today: string; dueBy: string }) {
  const due = [
    { dueOn: { lte: dueBy }, warnedAt: null },
    { dueOn: { lt: today }, escalatedAt: null },
  ];
  return tx.task.findMany({
    where: { closedAt: null, OR: due },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 500,
    select: { ...line, departmentId: true, regionCode: true, warnedAt: true, escalatedAt: true },
  });
}

/** Open work of some stages of a kind of things. */
export function openOfStages(tx: Tx, subjectType: string, stages: readonly string[]) {
  return tx.task.findMany({
    where: { subjectType, closedAt: null, stage: { in: [...stages] } },
    orderBy: { id: "asc" },
    select: { id: true, subjectType: true, subjectId: true, stage: true, departmentId: true, regionCode: true },
  });
}

export async function markTask(tx: Tx, id: string, data: { warnedAt?: Date; escalatedAt?: Date }): Promise<void> {
  await tx.task.updateMany({ where: { id, closedAt: null }, data });
}
