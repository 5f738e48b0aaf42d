import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

export function findReceipt(tx: Tx, bookingKey: string) {
  return tx.recoveryReceipt.findUnique({ where: { bookingKey }, select: { excessFen: true } });
}

export async function addReceipt(tx: Tx, data: Prisma.RecoveryReceiptUncheckedCreateInput): Promise<string> {
  const { id } = await tx.recoveryReceipt.create({ data, select: { id: true } });
  return id;
}

/** The recovery decided last on a payment. */
export function recoveryOfPayment(tx: Tx, paymentId: string) {
  return tx.recovery.findFirst({
    where: { paymentId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
}

/** A line of the bank by which money of a payment came back, for whoever pays in its region. */
export function findReturnedLine(tx: Tx, id: string, regionCode: string) {
  return tx.bankLine.findFirst({
    where: {
      id,
      status: { in: ["returned", "reversed"] },
      outcome: { in: ["recoveryOpen", "amountDiffers"] },
      paymentId: { not: null },
      file: { regionCode },
    },
    select: { id: true, paymentId: true, amountFen: true, status: true, reasonCode: true, reasonText: true },
  });
}

export type WaitingLine = {
  id: string;
  fen: bigint;
  netFen: bigint;
  receivedAt: Date;
  fileId: string;
  paymentId: string;
  applicationId: string;
  enterpriseId: string;
  number: string | null;
  firm: string;
  batchId: string;
};

/**
 * Money of paid payments that came back and is neither returned nor taken in for a recovery yet, the oldest first; the
 * same sum told twice stands once.
 */
export function waitingLines(tx: Tx, regionCode: string): Promise<WaitingLine[]> {
  return tx.$queryRaw`
    SELECT * FROM (
      SELECT DISTINCT ON (p.id, coalesce(l."amountFen", n.net)) l.id::text, coalesce(l."amountFen", n.net) AS fen, n.net AS "netFen", f."receivedAt", f.id::text AS "fileId", p.id::text AS "paymentId", a.id::text AS "applicationId",
        a."enterpriseId"::text, a.number, e.name AS firm, p."batchId"::text
      FROM "BankLine" l JOIN "BankFile" f ON f.id = l."fileId" JOIN "Payment" p ON p.id = l."paymentId" AND p.status = 'paid' CROSS JOIN LATERAL (SELECT p."amountFen" - p."deductedFen" AS net) n
      JOIN "Application" a ON a.id = p."applicationId" JOIN "Enterprise" e ON e.id = a."enterpriseId"
      WHERE p."regionCode" = ${regionCode} AND l.status IN ('returned', 'reversed') AND l.outcome IN ('recoveryOpen', 'amountDiffers') AND coalesce(l."amountFen", n.net) BETWEEN 1 AND n.net
        AND NOT EXISTS (SELECT 1 FROM "RecoveryReceipt" r WHERE r."lineId" = l.id OR r."bookingKey" = r."recoveryId" || ':returned:' || p.id)
      ORDER BY p.id, coalesce(l."amountFen", n.net), l.id) w
    ORDER BY w."receivedAt", w.id LIMIT 100`;
}

const refundFields = {
  id: true,
  recoveryId: true,
  fen: true,
  collectedFen: true,
  excessFen: true,
  receivedAt: true,
  reference: true,
  orderedById: true,
  orderedAt: true,
  givenAt: true,
  enterpriseId: true,
  applicationId: true,
  payment: {
    select: {
      batchId: true,
      application: {
        select: {
          number: true,
          enterprise: { select: { name: true } },
          item: { select: { title: true, titleEn: true } },
        },
      },
      bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
    },
  },
} satisfies Prisma.RecoveryReceiptSelect;

/** What a region holds for firms beyond its demands: first what is to be given back, then what was given back last. */
export function listExcess(tx: Tx, regionCode: string) {
  return tx.recoveryReceipt.findMany({
    where: { regionCode, excessFen: { gt: 0 } },
    orderBy: [{ givenAt: { sort: "desc", nulls: "first" } }, { receivedAt: "asc" }],
    take: 100,
    select: refundFields,
  });
}

/** An excess of a region, locked. */
export async function lockExcess(tx: Tx, id: string, regionCode: string) {
  await tx.$executeRaw`SELECT 1 FROM "RecoveryReceipt" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.recoveryReceipt.findFirst({ where: { id, regionCode, excessFen: { gt: 0 } }, select: refundFields });
}

export async function changeReceipt(
  tx: Tx,
  id: string,
  data: Prisma.RecoveryReceiptUncheckedUpdateInput,
): Promise<void> {
  await tx.recoveryReceipt.update({ where: { id }, data });
}
