import type { PrismaClient } from "~/generated/prisma/client";

/** What must hold of the ledger whatever happened; each query gives the rows that break it. */
export const invariants: Record<string, (prisma: PrismaClient) => Promise<unknown[]>> = {
  "the sum of all entries is 0": (prisma) =>
    prisma.$queryRaw<unknown[]>`SELECT sum("amountFen") FROM "LedgerEntry" HAVING sum("amountFen") <> 0`,
  "every transaction balances in every envelope": (prisma) =>
    prisma.$queryRaw<
      unknown[]
    >`SELECT 1 AS x FROM "LedgerEntry" GROUP BY "transactionId", "envelopeId" HAVING sum("amountFen") <> 0`,
  "every transaction has entries": (prisma) =>
    prisma.$queryRaw<
      unknown[]
    >`SELECT 1 AS x FROM "LedgerTransaction" t WHERE NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."transactionId" = t.id)`,
  "sums beside envelopes are those of their entries": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT v.id FROM "Envelope" v LEFT JOIN LATERAL (
      SELECT coalesce(sum("amountFen") FILTER (WHERE account = 'granted'), 0) AS granted, coalesce(sum("amountFen") FILTER (WHERE account = 'carried'), 0) AS carried,
        coalesce(sum("amountFen") FILTER (WHERE account = 'reserved'), 0) AS reserved, coalesce(sum("amountFen") FILTER (WHERE account = 'committed'), 0) AS committed,
        coalesce(sum("amountFen") FILTER (WHERE account = 'disbursed'), 0) AS disbursed, coalesce(sum("amountFen") FILTER (WHERE account = 'owed'), 0) AS owed,
        coalesce(sum("amountFen") FILTER (WHERE account = 'earmarked'), 0) AS earmarked, coalesce(sum("amountFen") FILTER (WHERE account = 'advanced'), 0) AS advanced
      FROM "LedgerEntry" WHERE "envelopeId" = v.id) s ON true
    WHERE (v."grantedFen", v."carriedFen", v."reservedFen", v."committedFen", v."disbursedFen", v."owedFen", v."earmarkedFen", v."advancedFen")
      IS DISTINCT FROM (-s.granted, -s.carried, s.reserved, s.committed, s.disbursed, s.owed, s.earmarked, s.advanced)`,
  "no envelope is overspent": (prisma) =>
    prisma.$queryRaw<
      unknown[]
    >`SELECT "envelopeId" FROM "LedgerEntry" WHERE account = 'available' GROUP BY 1 HAVING sum("amountFen") < 0`,
  "no account of an application is below 0": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT 1 AS x FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE t."applicationId" IS NOT NULL AND e.account NOT IN ('available') GROUP BY t."applicationId", e."envelopeId", e.account HAVING sum(e."amountFen") < 0`,
  "paid is at most approved": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT a.id FROM "Application" a JOIN "LedgerTransaction" t ON t."applicationId" = a.id JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account IN ('reserved', 'committed', 'disbursed', 'owed')
    GROUP BY a.id HAVING sum(e."amountFen") > coalesce(a."approvedFen", 0)`,
  "approved is set aside: what is paid with the decision once, a later part as often as it is listed": (
    prisma,
  ) => prisma.$queryRaw<unknown[]>`
    SELECT a.id FROM "Application" a WHERE a."approvedFen" IS NOT NULL AND a."approvedFen"
      - (SELECT coalesce(sum(i."amountFen"), 0) FROM "Instalment" i WHERE i."applicationId" = a.id AND NOT (i.status = 'dropped' AND i.note IS NULL))
      + (SELECT coalesce(sum(p."amountFen"), 0) FROM "Payment" p WHERE p."applicationId" = a.id AND p."instalmentId" IS NOT NULL AND p."replacesId" IS NULL) <> (
      SELECT coalesce(sum(e."amountFen"), 0) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'reserved' AND e."amountFen" > 0 WHERE t."applicationId" = a.id AND t.kind = 'reserve')`,
  "a later part is paid with its sum, after those ahead of it": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT p.id FROM "Payment" p JOIN "Instalment" i ON i.id = p."instalmentId" WHERE p."replacesId" IS NULL AND p."amountFen" <> i."amountFen"
      OR NOT EXISTS (SELECT 1 FROM "Payment" f WHERE f."applicationId" = p."applicationId" AND f."instalmentId" IS NULL AND f."paidAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Instalment" ahead WHERE ahead."applicationId" = i."applicationId" AND ahead.place < i.place AND ahead.status IN ('open', 'listed')
        AND NOT EXISTS (SELECT 1 FROM "Payment" f WHERE f."instalmentId" = ahead.id AND f."paidAt" IS NOT NULL))`,
  "a later part is listed just as long as a payment of it waits, is under way or was paid": (
    prisma,
  ) => prisma.$queryRaw<unknown[]>`
    SELECT i.id FROM "Instalment" i WHERE (i.status = 'listed') <> EXISTS (SELECT 1 FROM "Payment" p WHERE p."instalmentId" = i.id
      AND (p.status IN ('pending', 'batched', 'paid') OR p.status = 'returned' AND NOT EXISTS (SELECT 1 FROM "Payment" n WHERE n."replacesId" = p.id)))`,
  "no part waits to be paid of a case whose money is asked back or whose obligation is broken": (
    prisma,
  ) => prisma.$queryRaw<unknown[]>`
    SELECT p.id FROM "Payment" p WHERE p."instalmentId" IS NOT NULL AND (p.status = 'pending' OR p.status = 'returned' AND NOT EXISTS (SELECT 1 FROM "Payment" n WHERE n."replacesId" = p.id))
      AND (EXISTS (SELECT 1 FROM "Obligation" o WHERE o."applicationId" = p."applicationId" AND o.status = 'breached')
        OR EXISTS (SELECT 1 FROM "RecoveryCase" r WHERE r."applicationId" = p."applicationId" AND r.status <> 'dropped'))`,
  "no part comes of a case whose money is demanded or whose obligation is broken": (prisma) => prisma.$queryRaw<
    unknown[]
  >`
    SELECT i.id FROM "Instalment" i WHERE i.status = 'open' AND (EXISTS (SELECT 1 FROM "Obligation" o WHERE o."applicationId" = i."applicationId" AND o.status = 'breached')
      OR EXISTS (SELECT 1 FROM "RecoveryCase" r WHERE r."applicationId" = i."applicationId" AND r.status IN ('demanded', 'recovered')))`,
  "one payment of an application, or of a later part of it, is live": (prisma) =>
    prisma.$queryRaw<
      unknown[]
    >`SELECT "applicationId" FROM "Payment" WHERE status IN ('pending', 'batched', 'paid') GROUP BY "applicationId", "instalmentId" HAVING count(*) > 1`,
  "every payment is disbursed once and returned at most once": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT p.id FROM "Payment" p LEFT JOIN "LedgerTransaction" t ON t."paymentId" = p.id AND t.kind IN ('disburse', 'return') GROUP BY p.id
    HAVING count(*) FILTER (WHERE t.kind = 'disburse') <> (CASE WHEN p."paidAt" IS NULL THEN 0 ELSE 1 END) OR count(*) FILTER (WHERE t.kind = 'return') <> (CASE WHEN p.status = 'returned' AND p."paidAt" IS NOT NULL THEN 1 ELSE 0 END)`,
  "what is committed is what waits to be paid": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT a.id FROM "Application" a WHERE
      (SELECT coalesce(sum(e."amountFen"), 0) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'committed' WHERE t."applicationId" = a.id) <>
      (SELECT coalesce(sum(CASE WHEN p."paidAt" IS NULL THEN p."amountFen" ELSE p."amountFen" - p."deductedFen" END), 0) FROM "Payment" p WHERE p."applicationId" = a.id
        AND (p.status IN ('pending', 'batched') OR p.status = 'returned' AND NOT EXISTS (SELECT 1 FROM "Payment" n WHERE n."replacesId" = p.id)))`,
  "a pool has set aside what its batches await": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT v.id FROM "Envelope" v WHERE v.kind = 'pool' AND v."earmarkedFen" <> (SELECT coalesce(sum(p."amountFen" - p."deductedFen"), 0) FROM "Payment" p JOIN "PaymentBatch" b ON b.id = p."batchId"
      WHERE b.source = 'pool' AND b.status = 'exported' AND p.status = 'batched' AND b."regionCode" = v."regionCode")`,
  "a recovery owes at most its sum, and no more is promised than owed": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT r.id FROM "Recovery" r LEFT JOIN LATERAL (SELECT coalesce(sum(e."amountFen"), 0) AS owed FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'owed' WHERE t."recoveryId" = r.id) l ON true
    WHERE l.owed < 0 OR l.owed > r."sumFen" OR l.owed < (SELECT coalesce(sum(d.fen), 0) FROM "Deduction" d JOIN "Payment" p ON p.id = d."paymentId" WHERE d."recoveryId" = r.id AND p."paidAt" IS NULL AND p.status <> 'cancelled')`,
  "every receipt settled what the ledger says, and belongs to the firm for the rest": (prisma) => prisma.$queryRaw<
    unknown[]
  >`
    SELECT r.id FROM "RecoveryReceipt" r WHERE r.fen <> r."collectedFen" + r."excessFen" OR r."collectedFen" <> (
      SELECT coalesce(sum(e."amountFen"), 0) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'available' WHERE t."idempotencyKey" = 'collect:' || r."bookingKey")`,
  "deductions of a payment are those listed": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT p.id FROM "Payment" p WHERE p.status <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM "Payment" n WHERE n."replacesId" = p.id) AND p."deductedFen" <> (SELECT coalesce(sum(d.fen), 0) FROM "Deduction" d WHERE d."paymentId" = p.id)`,
  "nobody releases an own batch, and a settled batch owes no answer": (prisma) => prisma.$queryRaw<unknown[]>`
    SELECT b.id FROM "PaymentBatch" b WHERE b."exportedById" = b."createdById" OR b.status = 'settled' AND EXISTS (SELECT 1 FROM "Payment" p WHERE p."batchId" = b.id AND p.status = 'batched')`,
};

/** Every invariant with the number of rows that break it. */
export async function checkInvariants(prisma: PrismaClient): Promise<{ name: string; violations: number }[]> {
  const found = [];
  for (const [name, query] of Object.entries(invariants))
    found.push({ name, violations: (await query(prisma)).length });
  return found;
}
