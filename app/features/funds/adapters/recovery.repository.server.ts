import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

export function findRecoveryByKey(tx: Tx, idempotencyKey: string) {
  return tx.recovery.findUnique({ where: { idempotencyKey }, select: { id: true } });
}

export function findRecovery(tx: Tx, id: string) {
  return tx.recovery.findUnique({
    where: { id },
    select: { id: true, paymentId: true, applicationId: true, enterpriseId: true, sumFen: true },
  });
}

export async function addRecovery(tx: Tx, data: Prisma.RecoveryUncheckedCreateInput): Promise<string> {
  const { id } = await tx.recovery.create({ data, select: { id: true } });
  return id;
}

export async function addDeduction(tx: Tx, data: Prisma.DeductionUncheckedCreateInput): Promise<void> {
  await tx.deduction.create({ data });
}

export function findDeduction(tx: Tx, recoveryId: string, paymentId: string) {
  return tx.deduction.findUnique({ where: { recoveryId_paymentId: { recoveryId, paymentId } }, select: { fen: true } });
}

/** A payment's deductions follow it to the one that takes its place. */
export async function passOnDeductions(tx: Tx, fromPaymentId: string, toPaymentId: string): Promise<void> {
  await tx.deduction.updateMany({ where: { paymentId: fromPaymentId }, data: { paymentId: toPaymentId } });
}

/** A payment that is not made settles nothing. */
export async function dropDeductions(tx: Tx, paymentId: string): Promise<void> {
  await tx.deduction.deleteMany({ where: { paymentId } });
}

/** What a firm owes by recovery, the oldest first: `owedFen` by the ledger, `promisedFen` of it in payments not made yet. */
export function owedByFirm(
  tx: Tx,
  enterpriseId: string,
): Promise<
  {
    id: string;
    applicationId: string;
    paymentId: string;
    reason: string;
    decidedAt: Date;
    sumFen: bigint;
    owedFen: bigint;
    promisedFen: bigint;
  }[]
> {
  return tx.$queryRaw`
    SELECT r.id::text, r."applicationId"::text, r."paymentId"::text, r.reason, r."decidedAt", r."sumFen",
      (SELECT coalesce(sum(e."amountFen"), 0)::bigint FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'owed' WHERE t."recoveryId" = r.id) AS "owedFen",
      (SELECT coalesce(sum(d.fen), 0)::bigint FROM "Deduction" d JOIN "Payment" p ON p.id = d."paymentId" WHERE d."recoveryId" = r.id AND p.status IN ('pending', 'batched', 'returned')
        AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t."idempotencyKey" = 'collect:' || r.id || ':' || p.id)) AS "promisedFen"
    FROM "Recovery" r WHERE r."enterpriseId" = ${enterpriseId}::uuid ORDER BY r."decidedAt", r.id`;
}

/** What came over the demand of these recoveries, and how much of it was given back. Fen. */
export async function excessOf(
  tx: Tx,
  recoveryIds: readonly string[],
): Promise<Map<string, { excessFen: bigint; givenFen: bigint }>> {
  const rows = await tx.$queryRaw<{ id: string; excessFen: bigint; givenFen: bigint }[]>`
    SELECT "recoveryId"::text AS id, sum("excessFen")::bigint AS "excessFen", coalesce(sum("excessFen") FILTER (WHERE "givenAt" IS NOT NULL), 0)::bigint AS "givenFen"
    FROM "RecoveryReceipt" WHERE "recoveryId" = ANY(${[...recoveryIds]}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}
