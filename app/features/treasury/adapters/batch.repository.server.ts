import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { lateOn } from "~/features/calendar/domain/lateness";
import type { PlainDate } from "~/kernel/plain-date";
import { insertRows, updateRow } from "~/platform/write-rows.server";
import type { BatchStatus, PaymentStatus } from "../domain/payment-batch";

const paymentFields = {
  id: true,
  status: true,
  amountFen: true,
  deductedFen: true,
  applicationId: true,
  createdAt: true,
  paidAt: true,
  returnedAt: true,
  returnedReason: true,
  returnedCode: true,
  needsAccount: true,
  accountChangedAt: true,
  replacesId: true,
  instalmentId: true,
  instalment: { select: { place: true } },
  application: {
    select: { number: true, enterprise: { select: { name: true } }, item: { select: { title: true, titleEn: true } } },
  },
  bankAccount: { select: { holder: true, bankName: true, lastFour: true } },
} satisfies Prisma.PaymentSelect;

const pageSize = 50;

/** What a builder narrows the list by; `lateOn` leaves what was due before that day. */
export type PendingFilter = { q?: string; item?: string; lateOn?: PlainDate };

function ofCase({ item, lateOn: day }: PendingFilter): Prisma.ApplicationWhereInput {
  return {
    ...(item ? { itemId: item } : {}),
    ...(day ? { tasks: { some: { stage: "payment", closedAt: null, dueOn: lateOn(day) } } } : {}),
  };
}

/** What a region's treasury has to pay, the oldest first. */
export async function findPending(tx: Tx, regionCode: string, filter: PendingFilter, page: number) {
  const { q } = filter;
  const where: Prisma.PaymentWhereInput = {
    regionCode,
    status: "pending",
    needsAccount: false,
    application: ofCase(filter),
    ...(q
      ? {
          OR: [
            { application: { number: { contains: q, mode: "insensitive" } } },
            { application: { enterprise: { name: { contains: q } } } },
          ],
        }
      : {}),
  };
  const [count, sum, rows] = await Promise.all([
    tx.payment.count({ where }),
    tx.payment.aggregate({ where, _sum: { amountFen: true, deductedFen: true } }),
    tx.payment.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: pageSize,
      skip: (page - 1) * pageSize,
      select: paymentFields,
    }),
  ]);
  return {
    rows,
    count,
    totalFen: (sum._sum.amountFen ?? 0n) - (sum._sum.deductedFen ?? 0n),
    page,
    pages: Math.max(1, Math.ceil(count / pageSize)),
  };
}

/** Items of which a region has something to pay. */
export async function pendingItems(tx: Tx, regionCode: string) {
  const rows = await tx.payment.findMany({
    where: { regionCode, status: "pending", needsAccount: false },
    distinct: ["applicationId"],
    select: { application: { select: { item: { select: { id: true, title: true, titleEn: true } } } } },
  });
  return [...new Map(rows.map(({ application: { item } }) => [item.id, item])).values()].sort((a, b) =>
    a.title.localeCompare(b.title),
  );
}

/** Returned payments that nothing has taken the place of yet, and those that wait for an account. */
export function findReturned(tx: Tx, regionCode: string) {
  return tx.payment.findMany({
    where: {
      regionCode,
      OR: [
        { status: "returned", replacedBy: null },
        { status: "pending", needsAccount: true },
      ],
    },
    orderBy: [{ returnedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: paymentFields,
  });
}

/** The payments of a case that a region's treasury makes or made, the first one first. */
export function findOfCase(tx: Tx, applicationId: string, regionCode: string) {
  return tx.payment.findMany({
    where: { applicationId, regionCode },
    orderBy: { id: "asc" },
    select: { ...paymentFields, batch: { select: { id: true, number: true } } },
  });
}

export type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof paymentFields }>;

export async function findBatchByKey(tx: Tx, idempotencyKey: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id::text FROM "PaymentBatch" WHERE "idempotencyKey" = ${idempotencyKey}`;
  return row?.id ?? null;
}

export async function createBatchRow(tx: Tx, row: Prisma.PaymentBatchCreateManyInput & { id: string }): Promise<void> {
  await insertRows(tx, "PaymentBatch", [row]);
}

export async function nextBatchSerial(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('batch_serial') AS serial`;
  return Number(row?.serial ?? 0n);
}

const batchFields = {
  id: true,
  number: true,
  status: true,
  source: true,
  requestedOn: true,
  note: true,
  createdById: true,
  createdAt: true,
  exportedById: true,
  exportedAt: true,
  fileTakenAt: true,
  settledAt: true,
  totalFen: true,
  paymentCount: true,
  version: true,
  regionCode: true,
  departmentId: true,
} satisfies Prisma.PaymentBatchSelect;

export function findBatch(tx: Tx, id: string, regionCode: string) {
  return tx.paymentBatch.findFirst({
    where: { id, regionCode },
    select: { ...batchFields, payments: { orderBy: { id: "asc" }, select: paymentFields } },
  });
}

/** A batch with the sealed numbers of its accounts, for the one way out that is audited: its export. */
export function findBatchToExport(tx: Tx, id: string, regionCode: string) {
  const withNumber = {
    ...paymentFields,
    bankAccount: { select: { holder: true, bankName: true, sealedNumber: true } },
  } satisfies Prisma.PaymentSelect;
  return tx.paymentBatch.findFirst({
    where: { id, regionCode },
    select: { ...batchFields, payments: { orderBy: { id: "asc" }, select: withNumber } },
  });
}

/** A batch as the steps on it need it. */
export type BatchCore = {
  id: string;
  status: BatchStatus;
  source: string;
  regionCode: string;
  createdById: string;
  exportedById: string | null;
  exportedAt: Date | null;
  fileTakenAt: Date | null;
  totalFen: bigint;
  payments: { id: string; status: PaymentStatus }[];
};

export async function findBatchCore(tx: Tx, id: string, regionCode: string): Promise<BatchCore | null> {
  const [row] = await tx.$queryRaw<BatchCore[]>`
    SELECT b.id::text, b.status, b.source, b."regionCode", b."createdById"::text, b."exportedById"::text, b."exportedAt", b."fileTakenAt", b."totalFen",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'status', p.status) ORDER BY p.id), '[]') FROM "Payment" p WHERE p."batchId" = b.id) AS payments
    FROM "PaymentBatch" b WHERE b.id::text = ${id} AND b."regionCode" = ${regionCode}`;
  return row ?? null;
}

export type ExportedBatch = NonNullable<Awaited<ReturnType<typeof findBatchToExport>>>;

export function findBatchByNumber(tx: Tx, number: string, regionCode: string) {
  return tx.paymentBatch.findFirst({
    where: { number, regionCode },
    select: {
      id: true,
      number: true,
      status: true,
      payments: { orderBy: { id: "asc" }, select: { id: true, status: true, amountFen: true, deductedFen: true } },
    },
  });
}

export async function changeBatch(
  tx: Tx,
  id: string,
  data: Partial<Prisma.PaymentBatchCreateManyInput>,
): Promise<void> {
  await updateRow(tx, "PaymentBatch", { id }, data);
}

export async function listBatches(tx: Tx, regionCode: string, status: BatchStatus | undefined, page: number) {
  const where = { regionCode, ...(status ? { status } : {}) };
  const [count, rows] = await Promise.all([
    tx.paymentBatch.count({ where }),
    tx.paymentBatch.findMany({
      where,
      orderBy: { createdAt: "desc" },
      take: 20,
      skip: (page - 1) * 20,
      select: {
        id: true,
        number: true,
        status: true,
        source: true,
        createdAt: true,
        totalFen: true,
        paymentCount: true,
      },
    }),
  ]);
  return { rows, count, page, pages: Math.max(1, Math.ceil(count / 20)) };
}

/** Batches a person made that nobody has released or cancelled. */
export function draftBatches(tx: Tx, createdById: string) {
  return tx.paymentBatch.findMany({
    where: { createdById, status: "draft" },
    orderBy: { createdAt: "asc" },
    select: { number: true },
  });
}
