import { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { uncleared, unbooked } from "./line.repository.server";

export type BookedRow = {
  id: string;
  status: string;
  netFen: bigint;
  debitFen: bigint | null;
  creditFen: bigint | null;
  isAskedBack: boolean;
  isAnswered: boolean;
  number: string | null;
  firm: string;
  batchId: string;
  batch: string;
};

/** Lines of which two officers said that they were bookings of a payment. */
const saidOf = (side: "debit" | "credit") => Prisma.sql`
  SELECT l.id, l."amountFen" AS fen, l.outcome FROM "BankLineClearing" k JOIN "BankLine" l ON l.id = k."lineId" AND l.side = ${side}
  WHERE k."paymentId" = p.id AND k.meaning = 'payment' AND k.status = 'released'
    AND NOT EXISTS (SELECT 1 FROM "RecoveryReceipt" r WHERE r."lineId" = l.id)`;

/**
 * Payments of a region's released batches since a day with what the bank's statements say of each. A statement that is sent
 * again is no second booking: of debits and of credits the first counts. A credit that settled a recovery is no return. A line
 * that two officers said was a booking of a payment counts as one.
 */
export function bookedPayments(tx: Tx, regionCode: string, since: Date): Promise<BookedRow[]> {
  return tx.$queryRaw`
    SELECT p.id::text, p.status, (p."amountFen" - p."deductedFen") AS "netFen", d.fen AS "debitFen", c.fen AS "creditFen", coalesce(c.outcome = 'recoveryOpen', false) AS "isAskedBack",
      (d.id IS NOT NULL OR EXISTS (SELECT 1 FROM "BankLine" l WHERE l."paymentId" = p.id AND l.status IN ('paid', 'returned', 'reversed'))) AS "isAnswered",
      a.number, f.name AS firm, b.id::text AS "batchId", b.number AS batch
    FROM "Payment" p JOIN "PaymentBatch" b ON b.id = p."batchId" AND b.status IN ('exported', 'settled') JOIN "Application" a ON a.id = p."applicationId" JOIN "Enterprise" f ON f.id = a."enterpriseId"
    LEFT JOIN LATERAL (SELECT l.id, l."amountFen" AS fen, l.outcome FROM "BankLine" l JOIN "BankFile" x ON x.id = l."fileId" AND x.kind = 'camt.054' WHERE l."paymentId" = p.id AND l.status = 'paid'
      UNION ALL ${saidOf("debit")} ORDER BY 1 LIMIT 1) d ON true
    LEFT JOIN LATERAL (SELECT l.id, l."amountFen" AS fen, l.outcome FROM "BankLine" l JOIN "BankFile" x ON x.id = l."fileId" AND x.kind = 'camt.054' WHERE l."paymentId" = p.id AND l.status IN ('returned', 'reversed')
      AND l.outcome NOT IN ('collected', 'excess') AND NOT EXISTS (SELECT 1 FROM "RecoveryReceipt" r WHERE r."lineId" = l.id OR r."bookingKey" = r."recoveryId" || ':returned:' || p.id)
      UNION ALL ${saidOf("credit")} ORDER BY 1 LIMIT 1) c ON true
    WHERE p."regionCode" = ${regionCode} AND b."exportedAt" >= ${since} AND p."amountFen" > p."deductedFen" ORDER BY p.id`;
}

/**
 * Bookings of statements that name none of our payments and settle no recovery, lines of any file that were set aside,
 * until somebody has cleared them, and the bank's charges.
 */
export function strayBookings(tx: Tx, regionCode: string, since: Date) {
  return tx.bankLine.findMany({
    where: {
      AND: [
        { file: { regionCode, receivedAt: { gte: since } } },
        { OR: [{ AND: [unbooked, uncleared] }, { status: "charge" }] },
      ],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      status: true,
      side: true,
      amountFen: true,
      reference: true,
      reasonText: true,
      fileId: true,
      problem: true,
      clearings: { where: { status: "proposed" }, select: { id: true } },
      payment: {
        select: { batchId: true, application: { select: { number: true, enterprise: { select: { name: true } } } } },
      },
    },
  });
}

/** Released batches since a day with what was answered. */
export function batchStandings(
  tx: Tx,
  regionCode: string,
  since: Date,
): Promise<
  {
    id: string;
    number: string;
    exportedAt: Date;
    totalFen: bigint;
    paidFen: bigint;
    returnedFen: bigint;
    openFen: bigint;
    openCount: number;
  }[]
> {
  return tx.$queryRaw`
    SELECT b.id::text, b.number, b."exportedAt", b."totalFen",
      coalesce(sum(p."amountFen" - p."deductedFen") FILTER (WHERE p.status = 'paid'), 0)::bigint AS "paidFen",
      coalesce(sum(p."amountFen" - p."deductedFen") FILTER (WHERE p.status = 'returned'), 0)::bigint AS "returnedFen",
      coalesce(sum(p."amountFen" - p."deductedFen") FILTER (WHERE p.status = 'batched'), 0)::bigint AS "openFen", (count(*) FILTER (WHERE p.status = 'batched'))::int AS "openCount"
    FROM "PaymentBatch" b LEFT JOIN "Payment" p ON p."batchId" = b.id WHERE b."regionCode" = ${regionCode} AND b.status IN ('exported', 'settled') AND b."exportedAt" >= ${since}
    GROUP BY b.id ORDER BY b."exportedAt" DESC LIMIT 200`;
}

/** How many statements of the bank a region has received since a day, and when the last one. */
export async function statementsOf(
  tx: Tx,
  regionCode: string,
  since: Date,
): Promise<{ files: number; lastAt: Date | null }> {
  const { _count, _max } = await tx.bankFile.aggregate({
    where: { regionCode, kind: "camt.054", receivedAt: { gte: since } },
    _count: true,
    _max: { receivedAt: true },
  });
  return { files: _count, lastAt: _max.receivedAt };
}
