import type { Prisma } from "~/generated/prisma/client";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import type { Tx } from "~/platform/db.server";

type Office = { departmentId: string; regionCode: string };

type NewDelivery = Omit<Prisma.DeliveryUncheckedCreateInput, "onList" | "offList"> & {
  onList: FactValue | null;
  offList: FactValue | null;
};

export async function addDelivery(tx: Tx, { onList, offList, ...data }: NewDelivery): Promise<void> {
  const lists = { ...(onList === null ? {} : { onList }), ...(offList === null ? {} : { offList }) };
  await tx.delivery.create({ data: { ...data, ...(lists as Pick<Prisma.DeliveryUncheckedCreateInput, "onList">) } });
}

export function findDelivery(tx: Tx, id: string) {
  return tx.delivery.findUnique({ where: { id } });
}
export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

export function findDeliveryByKey(tx: Tx, idempotencyKey: string) {
  return tx.delivery.findUnique({ where: { idempotencyKey }, select: { id: true, createdById: true } });
}

/** As `findDelivery`, locked. */
export async function lockDelivery(tx: Tx, id: string): Promise<DeliveryRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Delivery" WHERE id = ${id}::uuid FOR UPDATE`;
  return findDelivery(tx, id);
}

/** Moves a delivery on, of which the version is known. */
export async function changeDelivery(tx: Tx, id: string, data: Prisma.DeliveryUncheckedUpdateInput): Promise<void> {
  await tx.delivery.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

/** An office's deliveries, the newest first. */
export async function findDeliveries(
  tx: Tx,
  office: Office,
  state: string | null,
  page: { skip: number; take: number },
) {
  const where = { ...office, ...(state === null ? {} : { state }) };
  const [rows, count] = [
    await tx.delivery.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], ...page }),
    await tx.delivery.count({ where }),
  ];
  return { rows, count };
}

/** What headings of an office's files meant before. */
export async function knownColumns(tx: Tx, office: Office): Promise<Record<string, string>> {
  const rows = await tx.deliveryColumn.findMany({ where: office, select: { heading: true, fact: true } });
  return Object.fromEntries(rows.map(({ heading, fact }) => [heading, fact]));
}

export async function keepColumns(
  tx: Tx,
  office: Office,
  columns: Readonly<Record<string, string>>,
  keptAt: Date,
): Promise<void> {
  for (const [heading, fact] of Object.entries(columns))
    await tx.deliveryColumn.upsert({
      where: { departmentId_regionCode_heading: { ...office, heading } },
      create: { ...office, heading, fact, keptAt },
      update: { fact, keptAt },
    });
}
