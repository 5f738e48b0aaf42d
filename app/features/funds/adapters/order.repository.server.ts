import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

export function addOrder(tx: Tx, data: Prisma.BudgetOrderUncheckedCreateInput) {
  return tx.budgetOrder.create({ data, select: { id: true } });
}

export function findOrderByKey(tx: Tx, idempotencyKey: string) {
  return tx.budgetOrder.findUnique({ where: { idempotencyKey }, select: { id: true } });
}

/** An order of a region's treasury; of another none. */
export function findOrder(tx: Tx, id: string, regionCode: string) {
  return tx.budgetOrder.findFirst({ where: { id, regionCode } });
}

/** As `findOrder`, locked. */
export async function lockOrder(tx: Tx, id: string, regionCode: string) {
  await tx.$executeRaw`SELECT 1 FROM "BudgetOrder" WHERE id = ${id}::uuid FOR UPDATE`;
  return findOrder(tx, id, regionCode);
}

export type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

export async function decideOrder(
  tx: Tx,
  id: string,
  data: { status: string; decidedById: string; decidedAt: Date; refusal?: string },
): Promise<void> {
  await tx.budgetOrder.update({ where: { id }, data });
}

const pageSize = 20;

/** Orders of a region: those that wait, the oldest first, and a page of those decided, the newest first. */
export async function listOrders(tx: Tx, regionCode: string, page: number) {
  const decided = { regionCode, status: { not: "proposed" } };
  const [waiting, count, rows] = await Promise.all([
    tx.budgetOrder.findMany({
      where: { regionCode, status: "proposed" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    tx.budgetOrder.count({ where: decided }),
    tx.budgetOrder.findMany({
      where: decided,
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      take: pageSize,
      skip: (page - 1) * pageSize,
    }),
  ]);
  return { waiting, rows, page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

/** How many orders a person has proposed, whatever became of them. */
export function countOf(tx: Tx, createdById: string): Promise<number> {
  return tx.budgetOrder.count({ where: { createdById } });
}

/** How many orders of a region wait for somebody other than this person. */
export function countWaiting(tx: Tx, regionCode: string, personId: string): Promise<number> {
  return tx.budgetOrder.count({ where: { regionCode, status: "proposed", createdById: { not: personId } } });
}
