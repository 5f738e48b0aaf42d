import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { namedCase } from "./case-subject.repository.server";
import type { Office } from "~/features/work/domain/subject";

const fields = {
  id: true,
  applicationId: true,
  place: true,
  amountFen: true,
  dueOn: true,
  conditional: true,
  departmentId: true,
  regionCode: true,
  status: true,
  confirmedAt: true,
  note: true,
  unfundedOn: true,
  openedAt: true,
  application: {
    select: {
      id: true,
      number: true,
      state: true,
      approvedFen: true,
      paidAt: true,
      enterpriseId: true,
      enterprise: { select: { name: true } },
      itemVersion: { select: { content: true } },
    },
  },
  payments: {
    where: { status: { not: "cancelled" } },
    orderBy: { id: "desc" },
    take: 1,
    select: { id: true, status: true, paidAt: true },
  },
} satisfies Prisma.InstalmentSelect;

export type InstalmentRow = Prisma.InstalmentGetPayload<{ select: typeof fields }>;

export async function addInstalments(tx: Tx, data: Prisma.InstalmentCreateManyInput[]): Promise<void> {
  await tx.instalment.createMany({ data });
}

export function findInstalment(tx: Tx, id: string): Promise<InstalmentRow | null> {
  return tx.instalment.findUnique({ where: { id }, select: fields });
}

/** The later parts of a case that did not fall away with an earlier decision, in their order. */
export function instalmentsOfCase(tx: Tx, applicationId: string): Promise<InstalmentRow[]> {
  return tx.instalment.findMany({
    where: { applicationId, OR: [{ status: { not: "dropped" } }, { note: { not: null } }] },
    select: fields,
    orderBy: { place: "asc" },
  });
}

/** Conditions that an office has to confirm, the first due first, then what it decided last. */
export async function conditionsOfOffice(tx: Tx, office: Office): Promise<InstalmentRow[]> {
  const where = { ...office, conditional: true };
  const [open, decided] = [
    await tx.instalment.findMany({
      where: { ...where, status: "open", confirmedAt: null },
      select: fields,
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      take: 200,
    }),
    await tx.instalment.findMany({
      where: { ...where, OR: [{ confirmedAt: { not: null } }, { status: "denied" }] },
      select: fields,
      orderBy: { id: "desc" },
      take: 50,
    }),
  ];
  return [...open, ...decided];
}

/** Open parts that wait for no word of an office and whose day is not later than one. */
export function dueInstalments(tx: Tx, day: string): Promise<{ id: string }[]> {
  return tx.instalment.findMany({
    where: {
      status: "open",
      application: { state: "closed" },
      AND: [
        { OR: [{ dueOn: null }, { dueOn: { lte: day } }] },
        { OR: [{ conditional: false }, { confirmedAt: { not: null } }] },
      ],
    },
    select: { id: true },
    orderBy: [{ openedAt: "asc" }, { place: "asc" }],
  });
}

/** Open conditions of paid cases whose day is not later than one, or that have none. */
export function conditionsUntil(tx: Tx, day: string): Promise<InstalmentRow[]> {
  return tx.instalment.findMany({
    where: {
      status: "open",
      conditional: true,
      confirmedAt: null,
      application: { state: "closed" },
      OR: [{ dueOn: null }, { dueOn: { lte: day } }],
    },
    select: fields,
  });
}

/** Open parts that a region's treasury will pay, the first due first. */
export function comingInstalments(tx: Tx, regionCode: string, take: number): Promise<InstalmentRow[]> {
  return tx.instalment.findMany({
    where: { regionCode, status: "open" },
    select: fields,
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take,
  });
}

/** Changes one that is in a status; false when somebody was faster. */
export async function moveInstalment(
  tx: Tx,
  id: string,
  from: string,
  data: Prisma.InstalmentUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.instalment.updateMany({ where: { id, status: from }, data });
  return count === 1;
}

/** Ends the open parts of a case. @returns their ids */
export async function dropInstalments(
  tx: Tx,
  applicationId: string,
  { note, endedAt }: { note: string | null; endedAt: Date },
): Promise<string[]> {
  const dropped = await tx.instalment.updateManyAndReturn({
    where: { applicationId, status: "open" },
    data: { status: "dropped", note, endedAt },
    select: { id: true },
  });
  return dropped.map(({ id }) => id);
}

/** What work on conditions is called by: the case of each. */
export function casesOfInstalments(tx: Tx, ids: readonly string[]) {
  return tx.instalment.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, application: { select: namedCase } },
  });
}

/** Whether a part ahead of this one has not been paid. */
export async function isBehindUnpaid(tx: Tx, applicationId: string, place: number): Promise<boolean> {
  const paid = { some: { status: "paid" } };
  const ahead = await tx.instalment.count({
    where: { applicationId, place: { lt: place }, status: { in: ["open", "listed"] }, NOT: { payments: paid } },
  });
  const first = await tx.payment.count({ where: { applicationId, instalmentId: null, status: "paid" } });
  return ahead > 0 || first === 0;
}

/** The account that is in use for whom a case pays: the firm's, or the beneficiary's of the case. */
export async function accountInUse(
  tx: Tx,
  { enterpriseId, forApplicationId }: { enterpriseId: string; forApplicationId: string | null },
): Promise<string | null> {
  const row = await tx.bankAccount.findFirst({
    where: { enterpriseId, forApplicationId, retiredAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}
