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

/** A payment that is locked. `deductions` are what it settles of earlier recoveries. Fen. */
export type LockedPayment = {
  id: string; status: string; amountFen: bigint; deductedFen: bigint; applicationId: string; envelopeId: string; bankAccountId: string; regionCode: string; batchId: string | null; paidAt: Date | null;
  needsAccount: boolean; returnedReason: string | null;
  batch: { id: string; number: string; status: string; source: string } | null;
  replacedBy: { id: string } | null;
  application: { enterpriseId: string; number: string | null; item: { title: string } };
  deductions: { recoveryId: string; applicationId: string; fen: bigint }[];
};

type LockedRow = Omit<LockedPayment, "deductions"> & { deductions: { recoveryId: string; applicationId: string; fen: string }[] };

/** Payments locked in the order of their ids. */
export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<LockedPayment[]> {
  await tx.$executeRaw`SELECT 1 FROM "Payment" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<LockedRow[]>`
    SELECT p.id::text, p.status, p."amountFen", p."deductedFen", p."applicationId"::text, p."envelopeId"::text, p."bankAccountId"::text, p."regionCode", p."batchId"::text, p."paidAt", p."needsAccount", p."returnedReason",
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('id', b.id, 'number', b.number, 'status', b.status, 'source', b.source) END AS batch,
      (SELECT jsonb_build_object('id', r.id) FROM "Payment" r WHERE r."replacesId" = p.id) AS "replacedBy",
      jsonb_build_object('enterpriseId', a."enterpriseId", 'number', a.number, 'item', jsonb_build_object('title', i.title)) AS application,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('recoveryId', d."recoveryId", 'applicationId', r."applicationId", 'fen', d.fen::text) ORDER BY d.id), '[]')
        FROM "Deduction" d JOIN "Recovery" r ON r.id = d."recoveryId" WHERE d."paymentId" = p.id) AS deductions
    FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId" JOIN "PolicyItem" i ON i.id = a."itemId" LEFT JOIN "PaymentBatch" b ON b.id = p."batchId"
    WHERE p.id = ANY(${[...ids]}::uuid[]) ORDER BY p.id`;
  return rows.map((row) => ({ ...row, deductions: row.deductions.map((each) => ({ ...each, fen: BigInt(each.fen) })) }));
}

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
