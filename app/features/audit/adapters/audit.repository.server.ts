import type { Prisma } from "~/generated/prisma/client";
import { addDays, startOfDay } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";
import { insertion, type Write } from "~/platform/write-rows.server";
import type { AuditFilter } from "../audit.schema";

const selected = {
  id: true,
  at: true,
  actorId: true,
  actorRole: true,
  action: true,
  subjectType: true,
  subjectId: true,
  enterpriseId: true,
  departmentId: true,
  before: true,
  after: true,
  address: true,
} as const;

/** Adds rows; the database chains them. */
export function eventInsertion(rows: readonly Prisma.AuditEventCreateManyInput[]): Write[] {
  return insertion("AuditEvent", rows);
}

type RefusedBefore = { actorId: string | null; subjectId: string; code: string; method: string; route: string };

/** Whether the same refusal of the same person, or of the platform (null), was written after an instant. */
export async function wasRefusedSince(
  tx: Tx,
  { actorId, subjectId, ...same }: RefusedBefore,
  since: Date,
): Promise<boolean> {
  const equal = Object.entries(same).map(([name, equals]) => ({ after: { path: [name], equals } }));
  const found = await tx.auditEvent.findFirst({
    where: { actorId, at: { gt: since }, action: "access.refused", subjectId, AND: equal },
    select: { id: true },
  });
  return found !== null;
}

/** Rows older than the cursor, newest first. */
export function findEvents(tx: Tx, where: Prisma.AuditEventWhereInput, take: number) {
  return tx.auditEvent.findMany({ where, select: selected, orderBy: { id: "desc" }, take });
}

export type AuditRow = Awaited<ReturnType<typeof findEvents>>[number];

/** The filter as a condition on the log; the ids are of the persons that the names mean. */
export function auditWhere(
  filter: AuditFilter,
  { actorIds, subjectIds }: { actorIds: string[] | null; subjectIds: string[] },
): Prisma.AuditEventWhereInput {
  return {
    ...(actorIds ? { actorId: { in: actorIds } } : {}),
    ...(filter.action ? { action: { startsWith: filter.action } } : {}),
    ...(filter.subject
      ? { OR: [{ subjectId: { in: [filter.subject, ...subjectIds] } }, { subjectType: filter.subject }] }
      : {}),
    ...(filter.from || filter.to ? { at: period(filter) } : {}),
    ...(filter.before ? { id: { lt: BigInt(filter.before) } } : {}),
  };
}

function period({ from, to }: AuditFilter) {
  return { ...(from ? { gte: startOfDay(from) } : {}), ...(to ? { lt: startOfDay(addDays(to, 1)) } : {}) };
}

/** Persons whose login name or name begins so; at most 200. */
export async function personsCalled(tx: Tx, name: string): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: { OR: [{ loginName: { startsWith: name.toLowerCase() } }, { displayName: { startsWith: name } }] },
    select: { id: true },
    take: 200,
  });
  return rows.map(({ id }) => id);
}

/** Login names by id. */
export async function loginNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, loginName: true } });
  return new Map(rows.map(({ id, loginName }) => [id, loginName]));
}
