import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { namedCase } from "./case-subject.repository.server";
import type { Office } from "~/features/work/domain/subject";

const fields = {
  id: true,
  place: true,
  dueOn: true,
  figure: true,
  status: true,
  note: true,
  found: true,
  endedAt: true,
  departmentId: true,
  regionCode: true,
  application: {
    select: {
      id: true,
      number: true,
      version: true,
      enterpriseId: true,
      enterprise: { select: { name: true } },
      itemVersion: { select: { content: true } },
    },
  },
} satisfies Prisma.ObligationSelect;

export type ObligationRow = Prisma.ObligationGetPayload<{ select: typeof fields }>;

export async function addObligations(tx: Tx, data: Prisma.ObligationCreateManyInput[]): Promise<void> {
  await tx.obligation.createMany({ data });
}

/** Those of a case that are open fall away with its decision. @returns their ids */
export async function dropObligations(tx: Tx, applicationId: string, endedAt: Date): Promise<string[]> {
  const dropped = await tx.obligation.updateManyAndReturn({
    where: { applicationId, status: "open" },
    data: { status: "dropped", endedAt },
    select: { id: true },
  });
  return dropped.map(({ id }) => id);
}

/** What work on obligations is called by: the case of each. */
export function casesOfObligations(tx: Tx, ids: readonly string[]) {
  return tx.obligation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, application: { select: namedCase } },
  });
}

/** Open ones of an office, the next due first, then what ended last. */
export async function obligationsOfOffice(tx: Tx, office: Office): Promise<ObligationRow[]> {
  const [open, ended] = [
    await tx.obligation.findMany({
      where: { ...office, status: "open" },
      select: fields,
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: 200,
    }),
    await tx.obligation.findMany({
      where: { ...office, status: { in: ["fulfilled", "breached"] } },
      select: fields,
      orderBy: { endedAt: "desc" },
      take: 50,
    }),
  ];
  return [...open, ...ended];
}

export function obligationsOfCase(tx: Tx, applicationId: string): Promise<ObligationRow[]> {
  return tx.obligation.findMany({
    where: { applicationId, status: { not: "dropped" } },
    select: fields,
    orderBy: { place: "asc" },
  });
}

/** The obligation of a case that was found broken first. */
export function breachOfCase(tx: Tx, applicationId: string): Promise<ObligationRow | null> {
  return tx.obligation.findFirst({
    where: { applicationId, status: "breached" },
    select: fields,
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
  });
}

export function findObligation(tx: Tx, id: string): Promise<ObligationRow | null> {
  return tx.obligation.findUnique({ where: { id }, select: fields });
}

/** Ends one that is open; false when somebody was faster. */
export async function endObligation(
  tx: Tx,
  id: string,
  data: { status: string; note: string | null; found: number | null; endedAt: Date; endedById: string },
): Promise<boolean> {
  const { count } = await tx.obligation.updateMany({ where: { id, status: "open" }, data });
  return count === 1;
}

/** Open ones whose last day is not later than a day. */
export function obligationsUntil(tx: Tx, day: string): Promise<ObligationRow[]> {
  return tx.obligation.findMany({ where: { status: "open", dueOn: { lte: day } }, select: fields });
}
