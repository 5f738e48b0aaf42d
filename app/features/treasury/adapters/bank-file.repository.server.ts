import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** The file with these bytes, or with this message id. */
export function findSame(tx: Tx, regionCode: string, same: { sha256: string } | { kind: string; messageId: string }) {
  return tx.bankFile.findFirst({ where: { regionCode, ...same }, select: { id: true } });
}

export async function addBankFile(
  tx: Tx,
  data: Prisma.BankFileUncheckedCreateInput,
  lines: readonly Omit<Prisma.BankLineCreateManyInput, "fileId" | "position">[],
): Promise<string> {
  const { id } = await tx.bankFile.create({ data, select: { id: true } });
  await tx.bankLine.createMany({
    data: lines.map((line, position) => ({ ...line, fileId: id, position: position + 1 })),
  });
  return id;
}

/** The payments that recoveries were decided on, by the recovery's id. */
export async function paymentsOfRecoveries(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.recovery.findMany({ where: { id: { in: [...ids] } }, select: { id: true, paymentId: true } });
  return new Map(rows.map((row) => [row.id, row.paymentId]));
}

/** The bank's own numbers of bookings told of payments before, by payment and direction (`id:debit`). */
export async function otherBookings(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.bankLine.findMany({
    where: {
      paymentId: { in: [...paymentIds] },
      bankReference: { not: null },
      side: { not: null },
      status: { in: ["paid", "returned", "reversed"] },
    },
    select: { paymentId: true, side: true, bankReference: true },
  });
  const found = new Map<string, Set<string>>();
  for (const { paymentId, side, bankReference } of rows) {
    const key = `${paymentId}:${side}`;
    found.set(key, (found.get(key) ?? new Set()).add(bankReference ?? ""));
  }
  return found;
}

const pageSize = 20;

/** Files a region received, newest first, with how many lines they have. */
export async function listFiles(tx: Tx, regionCode: string, page: number) {
  const where = { regionCode };
  const [count, rows] = await Promise.all([
    tx.bankFile.count({ where }),
    tx.bankFile.findMany({
      where,
      orderBy: { id: "desc" },
      take: pageSize,
      skip: (page - 1) * pageSize,
      select: {
        id: true,
        kind: true,
        messageId: true,
        fileName: true,
        batchNumber: true,
        receivedAt: true,
        lines: { select: { outcome: true } },
      },
    }),
  ]);
  return { rows, count, page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

export function findFile(tx: Tx, id: string, regionCode: string) {
  return tx.bankFile.findFirst({
    where: { id, regionCode },
    select: {
      id: true,
      kind: true,
      messageId: true,
      fileName: true,
      batchNumber: true,
      receivedAt: true,
      sha256: true,
      lines: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          position: true,
          reference: true,
          amountFen: true,
          status: true,
          reasonCode: true,
          reasonText: true,
          bookedOn: true,
          side: true,
          outcome: true,
          problem: true,
          problemPath: true,
          payment: {
            select: {
              batchId: true,
              application: { select: { number: true, enterprise: { select: { name: true } } } },
            },
          },
        },
      },
    },
  });
}
