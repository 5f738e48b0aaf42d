import type { Tx } from "~/platform/db.server";
import type { Office } from "./desk.repository.server";

const line = {
  id: true,
  stage: true,
  assigneeId: true,
  openedAt: true,
  dueOn: true,
  warnedAt: true,
  escalatedAt: true,
  application: {
    select: {
      id: true,
      number: true,
      enterprise: { select: { name: true } },
      item: { select: { title: true, titleEn: true } },
    },
  },
} as const;

/** All open work of an office, the most urgent first. */
export function openOfOffice(tx: Tx, office: Office) {
  return tx.reviewTask.findMany({
    where: { ...office, closedAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 500,
    select: line,
  });
}

/** Work of an office that was finished since an instant. */
export function closedOfOffice(tx: Tx, office: Office, since: Date) {
  return tx.reviewTask.findMany({
    where: { ...office, closedAt: { gte: since } },
    select: { stage: true, closedById: true, openedAt: true, closedAt: true, dueOn: true },
  });
}

/** Open work that nobody has been warned or told about yet and whose term may be near. */
export function unwarned(tx: Tx, dueBy: string) {
  return tx.reviewTask.findMany({
    where: { closedAt: null, dueOn: { lte: dueBy }, OR: [{ warnedAt: null }, { escalatedAt: null }] },
    take: 500,
    select: {
      id: true,
      stage: true,
      departmentId: true,
      regionCode: true,
      assigneeId: true,
      openedAt: true,
      dueOn: true,
      warnedAt: true,
      escalatedAt: true,
      application: {
        select: {
          id: true,
          number: true,
          snapshot: true,
          item: { select: { title: true, titleEn: true } },
          itemVersion: { select: { redemption: true } },
          recusals: { select: { userId: true } },
        },
      },
    },
  });
}

/** Open work of some stages, with what its cases know of who had a part in them and who stands aside. */
export function barredWork(tx: Tx, stages: readonly string[]) {
  return tx.reviewTask.findMany({
    where: { closedAt: null, stage: { in: [...stages] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      stage: true,
      departmentId: true,
      regionCode: true,
      application: {
        select: {
          id: true,
          snapshot: true,
          recusals: { select: { userId: true } },
          enterprise: { select: { memberships: { select: { userId: true } } } },
          itemVersion: { select: { redemption: true } },
        },
      },
    },
  });
}

export async function markTask(tx: Tx, id: string, data: { warnedAt?: Date; escalatedAt?: Date }): Promise<void> {
  await tx.reviewTask.updateMany({ where: { id, closedAt: null }, data });
}
