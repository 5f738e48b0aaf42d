import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Bookings of statements that name none of our payments and settle no recovery, and lines of any file that were set aside. */
export const unbooked: Prisma.BankLineWhereInput = {
  OR: [
    {
      paymentId: null,
      amountFen: { not: null },
      status: { in: ["paid", "returned", "reversed", "received"] },
      outcome: { notIn: ["collected", "excess"] },
      file: { kind: "camt.054" },
    },
    { status: "setAside" },
  ],
};

/** Lines of which nobody said and confirmed what they were. */
export const uncleared: Prisma.BankLineWhereInput = { clearings: { none: { status: "released" } } };

const open = (regionCode: string): Prisma.BankLineWhereInput => ({
  AND: [{ file: { regionCode } }, unbooked, uncleared],
});

const ofCase = { select: { application: { select: { id: true, number: true } } } } as const;

const shown = {
  id: true,
  position: true,
  status: true,
  side: true,
  amountFen: true,
  reference: true,
  reasonCode: true,
  reasonText: true,
  bookedOn: true,
  outcome: true,
  problem: true,
  problemPath: true,
  paymentId: true,
  file: { select: { id: true, kind: true, messageId: true, fileName: true, receivedAt: true, regionCode: true } },
  clearings: {
    orderBy: { createdAt: "desc" },
    include: { payment: ofCase, recovery: { select: { payment: ofCase } } },
  },
} satisfies Prisma.BankLineSelect;

const pageSize = 20;

/** Lines of a region's bank files that wait for somebody, the oldest first. */
export async function listOpenLines(tx: Tx, regionCode: string, page: number) {
  const where = open(regionCode);
  const [count, rows] = await Promise.all([
    tx.bankLine.count({ where }),
    tx.bankLine.findMany({
      where,
      orderBy: { id: "asc" },
      take: pageSize,
      skip: (page - 1) * pageSize,
      select: shown,
    }),
  ]);
  return { rows, count, page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}

/** How many lines of a region's bank files wait. */
export function countOpenLines(tx: Tx, regionCode: string): Promise<number> {
  return tx.bankLine.count({ where: open(regionCode) });
}

/** A line of a region's bank files that can be cleared, or was. */
export function findUnbooked(tx: Tx, id: string, regionCode: string) {
  return tx.bankLine.findFirst({ where: { AND: [{ id, file: { regionCode } }, unbooked] }, select: shown });
}

export type LineRow = NonNullable<Awaited<ReturnType<typeof findUnbooked>>>;

export async function addClearing(tx: Tx, data: Prisma.BankLineClearingUncheckedCreateInput): Promise<void> {
  await tx.bankLineClearing.create({ data });
}

/** A clearing of a region with its line, locked. */
export async function lockClearing(tx: Tx, id: string, regionCode: string) {
  await tx.$executeRaw`SELECT 1 FROM "BankLineClearing" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.bankLineClearing.findFirst({ where: { id, regionCode }, include: { line: { select: shown } } });
}

export type ClearingRow = NonNullable<Awaited<ReturnType<typeof lockClearing>>>;

export async function decideClearingRow(
  tx: Tx,
  id: string,
  data: { status: string; decidedById: string; decidedAt: Date; refusal?: string },
): Promise<void> {
  await tx.bankLineClearing.update({ where: { id }, data });
}

/** Released payments of a region that a reference or the number of a case names, the newest first. */
export function findNamedPayments(tx: Tx, regionCode: string, named: { id: string } | { number: string }) {
  return tx.payment.findMany({
    where: {
      regionCode,
      status: { in: ["batched", "paid", "returned"] },
      batch: { status: { in: ["exported", "settled"] } },
      ...("id" in named ? named : { application: { number: { equals: named.number, mode: "insensitive" } } }),
    },
    orderBy: { id: "desc" },
    select: { id: true, status: true, amountFen: true, deductedFen: true, applicationId: true },
  });
}

/** Whether the bank has told of a booking of a payment in this direction before, or somebody has said of a line that it was one. */
export async function hasBooking(
  tx: Tx,
  { paymentId, side, lineId }: { paymentId: string; side: "debit" | "credit"; lineId: string },
): Promise<boolean> {
  const statuses = side === "debit" ? ["paid"] : ["returned", "reversed"];
  const [told, said] = await Promise.all([
    tx.bankLine.count({ where: { paymentId, status: { in: statuses }, file: { kind: "camt.054" } } }),
    tx.bankLineClearing.count({
      where: { paymentId, meaning: "payment", status: "released", lineId: { not: lineId }, line: { side } },
    }),
  ]);
  return told + said > 0;
}
