import type { Prisma } from "~/generated/prisma/client";
import { atEnd } from "~/platform/at-end.server";
import type { Tx } from "~/platform/db.server";
import { changes, insertion, updateRow } from "~/platform/write-rows.server";
import type { LockedPayment } from "../domain/payment";

export function insertPayment(tx: Tx, row: Prisma.PaymentCreateManyInput & { id: string }): Promise<void> {
  return atEnd(tx, "newPayment", { order: "", row }, (waiting) =>
    insertion(
      "Payment",
      waiting.map((each) => each.row),
    ),
  );
}

type LockedRow = Omit<LockedPayment, "deductions"> & {
  deductions: { recoveryId: string; applicationId: string; fen: string }[];
};

/** Payments locked in the order of their ids. */
export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<LockedPayment[]> {
  return (
    await tx.$queryRaw<LockedRow[]>`SELECT * FROM lock_payments(${[...ids]}::uuid[]) /* of "Payment", "PaymentBatch" */`
  ).map(lockedPayment);
}

/**
 * Payments locked together with their batches and cases, each kind in the order of its ids; `withMoney` also with the
 * envelopes of those cases, and the pools that pay them.
 */
export async function lockWithAll(
  tx: Tx,
  ids: readonly string[],
  { withMoney }: { withMoney: boolean },
): Promise<LockedPayment[]> {
  return (
    await tx.$queryRaw<
      LockedRow[]
    >`SELECT * FROM hold_payments(${[...ids]}::uuid[], ${withMoney}) /* of "Payment", "PaymentBatch", "Application", "Envelope" */`
  ).map(lockedPayment);
}

function lockedPayment(row: LockedRow): LockedPayment {
  return { ...row, deductions: row.deductions.map((each) => ({ ...each, fen: BigInt(each.fen) })) };
}

/** The latest payment of a firm's own application. */
export function findLatest(tx: Tx, applicationId: string, enterpriseId: string) {
  return tx.payment.findFirst({
    where: { applicationId, application: { enterpriseId }, status: { not: "cancelled" } },
    orderBy: { id: "desc" },
    select: {
      id: true,
      status: true,
      amountFen: true,
      deductedFen: true,
      needsAccount: true,
      returnedReason: true,
      returnedCode: true,
      application: { select: { id: true, number: true, item: { select: { title: true, titleEn: true } } } },
      bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
    },
  });
}

/** The payment of an application that waits or is under way. */
export async function lockOpenPayment(tx: Tx, applicationId: string): Promise<LockedPayment | null> {
  const row = await tx.payment.findFirst({
    where: { applicationId, status: { in: ["pending", "batched"] } },
    select: { id: true },
  });
  return row ? ((await lockPayments(tx, [row.id]))[0] ?? null) : null;
}

/** Changes a payment that `lockPayments` has locked. */
export function changePayment(tx: Tx, id: string, data: Partial<Prisma.PaymentCreateManyInput>): Promise<void> {
  return atEnd(tx, "payment", { order: "", row: { ...data, id } }, (waiting) =>
    changes(
      "Payment",
      waiting.map(({ row }) => row),
    ),
  );
}

/** Moves a payment from the status it was read in; false when somebody was faster. */
export function movePaymentRow(
  tx: Tx,
  id: string,
  from: string,
  data: Partial<Prisma.PaymentCreateManyInput>,
): Promise<boolean> {
  return updateRow(tx, "Payment", { id, status: from }, data);
}

/** Whether a payment goes to somebody else than the firm that applied. */
export async function isForBeneficiary(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ other: boolean }[]>`
    SELECT v.content ? 'beneficiary' AS other FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId"
      JOIN "PolicyItemVersion" v ON v.id = a."itemVersionId" WHERE p.id = ${id}::uuid`;
  return row?.other ?? false;
}

/** What was paid on an application in all its parts, under the payment that was made last. */
export async function findPaid(tx: Tx, applicationId: string): Promise<{ id: string; amountFen: bigint } | null> {
  const rows = await tx.payment.findMany({
    where: { applicationId, status: "paid" },
    orderBy: { paidAt: "desc" },
    select: { id: true, amountFen: true },
  });
  const [last] = rows;
  return last ? { id: last.id, amountFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0n) } : null;
}

/** Puts payments that are locked into a batch. */
export async function putIntoBatch(tx: Tx, ids: readonly string[], batchId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Payment" SET "batchId" = ${batchId}::uuid, status = 'batched', version = version + 1 WHERE id = ANY(${[...ids]}::uuid[])`;
}
