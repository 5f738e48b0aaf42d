import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

const paymentFields = {
  id: true, status: true, amountFen: true, deductedFen: true, applicationId: true, envelopeId: true, bankAccountId: true, createdAt: true, paidAt: true, returnedReason: true, version: true,
  application: { select: { number: true, enterprise: { select: { name: true } }, item: { select: { title: true } } } },
  bankAccount: { select: { holder: true, bankName: true, lastFour: true, sealedNumber: true } },
} satisfies Prisma.PaymentSelect;

const pageSize = 50;

/** What a region's treasury has to pay, the oldest first. */
export async function findPending(tx: Tx, regionCode: string, page: number) {
  const where = { regionCode, status: "pending" };
  const [count, sum, rows] = await Promise.all([
    tx.payment.count({ where }),
    tx.payment.aggregate({ where, _sum: { amountFen: true } }),
    tx.payment.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: pageSize, skip: (page - 1) * pageSize, select: paymentFields }),
  ]);
  return { rows, count, totalFen: sum._sum.amountFen ?? 0n, page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

/** Pending payments of a region by id, locked: nobody else can put them in another batch. */
export async function lockPending(tx: Tx, regionCode: string, ids: readonly string[]) {
  await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return tx.payment.findMany({ where: { id: { in: [...ids] }, regionCode, status: "pending" }, select: paymentFields });
}

export type PaymentRow = Awaited<ReturnType<typeof lockPending>>[number];

export async function createBatchRow(tx: Tx, data: Prisma.PaymentBatchUncheckedCreateInput, paymentIds: readonly string[]): Promise<string> {
  const { id } = await tx.paymentBatch.create({ data, select: { id: true } });
  await tx.payment.updateMany({ where: { id: { in: [...paymentIds] } }, data: { batchId: id, status: "batched", version: { increment: 1 } } });
  return id;
}

export async function nextBatchSerial(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('batch_serial') AS serial`;
  return Number(row?.serial ?? 0n);
}

/** A batch of a region with its payments, locked. */
export async function lockBatch(tx: Tx, id: string, regionCode: string) {
  await tx.$executeRaw`SELECT 1 FROM "PaymentBatch" WHERE id = ${id}::uuid FOR UPDATE`;
  return findBatch(tx, id, regionCode);
}

export function findBatch(tx: Tx, id: string, regionCode: string) {
  return tx.paymentBatch.findFirst({
    where: { id, regionCode },
    select: { id: true, number: true, status: true, createdById: true, createdAt: true, exportedAt: true, settledAt: true, totalFen: true, paymentCount: true, payments: { orderBy: { id: "asc" }, select: paymentFields } },
  });
}

export type BatchRow = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

export async function changeBatch(tx: Tx, id: string, data: Prisma.PaymentBatchUpdateInput): Promise<void> {
  await tx.paymentBatch.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

export async function listBatches(tx: Tx, regionCode: string, page: number) {
  const where = { regionCode };
  const [count, rows] = await Promise.all([
    tx.paymentBatch.count({ where }),
    tx.paymentBatch.findMany({ where, orderBy: { createdAt: "desc" }, take: 20, skip: (page - 1) * 20, select: { id: true, number: true, status: true, createdAt: true, totalFen: true, paymentCount: true } }),
  ]);
  return { rows, count, page, pages: Math.max(1, Math.ceil(count / 20)) };
}
