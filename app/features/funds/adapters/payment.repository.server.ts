import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Sums paid to firms by item and year of application. */
export function paidByItem(tx: Tx, enterpriseIds: readonly string[]): Promise<{ enterpriseId: string; itemId: string; year: number; paidFen: bigint }[]> {
  return tx.$queryRaw<{ enterpriseId: string; itemId: string; year: number; paidFen: bigint }[]>`
    SELECT a."enterpriseId", a."itemId", a.year, sum(p."amountFen")::bigint AS "paidFen"
    FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId"
    WHERE a."enterpriseId" = ANY(${[...enterpriseIds]}::uuid[]) AND p.status = 'paid'
    GROUP BY a."enterpriseId", a."itemId", a.year`;
}

export async function insertPayment(tx: Tx, data: Prisma.PaymentUncheckedCreateInput): Promise<string> {
  const { id } = await tx.payment.create({ data, select: { id: true } });
  return id;
}

const moneyFields = {
  id: true, status: true, amountFen: true, deductedFen: true, applicationId: true, envelopeId: true, bankAccountId: true, regionCode: true, batchId: true, paidAt: true, needsAccount: true, returnedReason: true,
  batch: { select: { id: true, number: true, status: true, source: true } },
  replacedBy: { select: { id: true } },
  application: { select: { enterpriseId: true, number: true, item: { select: { title: true } } } },
} satisfies Prisma.PaymentSelect;

/** Payments locked in the order of their ids. */
export async function lockPayments(tx: Tx, ids: readonly string[]) {
  await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return tx.payment.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" }, select: moneyFields });
}

export type LockedPayment = Awaited<ReturnType<typeof lockPayments>>[number];

/** What the bank transfers: the rest settles what the firm owes. Fen. */
export function netOf({ amountFen, deductedFen }: { amountFen: bigint; deductedFen: bigint }): bigint {
  return amountFen - deductedFen;
}

/** Where payments stand, unlocked: what must be locked first. */
export function peekPayments(tx: Tx, ids: readonly string[]) {
  return tx.payment.findMany({ where: { id: { in: [...ids] } }, select: { id: true, batchId: true, applicationId: true } });
}

/** The latest payment of a firm's own application. */
export function findLatest(tx: Tx, applicationId: string, enterpriseId: string) {
  return tx.payment.findFirst({
    where: { applicationId, application: { enterpriseId }, status: { not: "cancelled" } }, orderBy: { id: "desc" },
    select: { id: true, status: true, amountFen: true, deductedFen: true, needsAccount: true, returnedReason: true, application: { select: { id: true, number: true, item: { select: { title: true } } } }, bankAccount: { select: { holder: true, bankName: true, lastFour: true } } },
  });
}

/** The payment of an application that waits or is under way. */
export async function lockOpenPayment(tx: Tx, applicationId: string): Promise<LockedPayment | null> {
  const row = await tx.payment.findFirst({ where: { applicationId, status: { in: ["pending", "batched"] } }, select: { id: true } });
  return row ? ((await lockPayments(tx, [row.id]))[0] ?? null) : null;
}

/** Moves a payment from the status it was read in; false when somebody was faster. */
export async function movePaymentRow(tx: Tx, id: string, from: string, data: Prisma.PaymentUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.payment.updateMany({ where: { id, status: from }, data: { ...data, version: { increment: 1 } } });
  return count === 1;
}

/** What was last paid on an application. */
export function findPaid(tx: Tx, applicationId: string): Promise<{ id: string; amountFen: bigint } | null> {
  return tx.payment.findFirst({ where: { applicationId, status: "paid" }, orderBy: { paidAt: "desc" }, select: { id: true, amountFen: true } });
}
