import { Prisma } from "~/generated/prisma/client";
import type { PlainDate } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";
import type { TroubleOffice } from "../domain/trouble";

export type FreshTrouble = {
  id: string;
  kind: string;
  subject: string;
  step: string;
  applicationId: string | null;
  office: TroubleOffice;
  reason: string;
  detail: string | null;
  at: Date;
  dueOn: string;
};

/** Opens a trouble, or notes on the open one of the same thing that it is still there. @returns whether it is new */
export async function putTrouble(tx: Tx, trouble: FreshTrouble): Promise<boolean> {
  const { id, kind, subject, step, applicationId, office, reason, detail, at, dueOn } = trouble;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Trouble" (id, kind, subject, step, "applicationId", "departmentId", "regionCode", reason, detail, "openedAt", "dueOn", "seenAt")
    VALUES (${id}::uuid, ${kind}, ${subject}, ${step}, ${applicationId}::uuid, ${office?.departmentId ?? null}, ${office?.regionCode ?? null},
      ${reason}, ${detail}, ${at}, ${dueOn}, ${at})
    ON CONFLICT (kind, subject) WHERE "closedAt" IS NULL DO UPDATE
      SET reason = excluded.reason, detail = excluded.detail, "seenAt" = excluded."seenAt", seen = "Trouble".seen + 1, "retriedAt" = NULL
    RETURNING id`;
  return row?.id === id;
}

/** Closes the open trouble of a thing; its row, or null where there was none. */
export async function settleTrouble(
  tx: Tx,
  where: { kind: string; subject: string } | { id: string },
  set: { closedAt: Date; outcome: "resolved" | "givenUp"; closedById: string | null; comment: string | null },
): Promise<{ id: string; step: string } | null> {
  const open = "id" in where ? { id: where.id } : { kind: where.kind, subject: where.subject };
  const [row] = await tx.trouble.updateManyAndReturn({
    where: { ...open, closedAt: null },
    data: set,
    select: { id: true, step: true },
  });
  return row ?? null;
}

export async function markRetried(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.trouble.updateMany({
    where: { id, closedAt: null, retriedAt: null },
    data: { retriedAt: at },
  });
  return count === 1;
}

/** Which troubles somebody sees: those of an office, or all (null). */
export type Scope = { departmentId: string; regionCode: string } | null;
export type TroubleFilter = { kind?: string; over: boolean; q?: string; applicationId?: string | undefined };

function within(scope: Scope, { kind, over, q, applicationId }: TroubleFilter): Prisma.Sql {
  const parts = [
    Prisma.sql`t."closedAt" IS ${over ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`,
    ...(scope ? [Prisma.sql`t."departmentId" = ${scope.departmentId} AND t."regionCode" = ${scope.regionCode}`] : []),
    ...(applicationId ? [Prisma.sql`t."applicationId" = ${applicationId}::uuid`] : []),
    ...(kind ? [Prisma.sql`t.kind = ${kind}`] : []),
    ...(q ? [Prisma.sql`(a.number ILIKE ${`%${q}%`} OR t.detail ILIKE ${`%${q}%`} OR t.step ILIKE ${`%${q}%`})`] : []),
  ];
  return Prisma.join(parts, " AND ");
}

export type TroubleRow = {
  id: string;
  kind: string;
  subject: string;
  step: string;
  applicationId: string | null;
  number: string | null;
  departmentId: string | null;
  regionCode: string | null;
  reason: string;
  detail: string | null;
  openedAt: Date;
  dueOn: string;
  seenAt: Date;
  seen: number;
  retriedAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  comment: string | null;
};

/** Troubles as filtered, the most urgent first, what is over newest first. */
export function findTroubles(
  tx: Tx,
  scope: Scope,
  filter: TroubleFilter,
  { take, skip }: { take: number; skip: number },
): Promise<TroubleRow[]> {
  return tx.$queryRaw<TroubleRow[]>`
    SELECT t.id, t.kind, t.subject, t.step, t."applicationId", a.number, t."departmentId", t."regionCode", t.reason, t.detail,
      t."openedAt", t."dueOn", t."seenAt", t.seen, t."retriedAt", t."closedAt", t.outcome, t.comment
    FROM "Trouble" t LEFT JOIN "Application" a ON a.id = t."applicationId"
    WHERE ${within(scope, filter)}
    ORDER BY t."closedAt" DESC NULLS FIRST, t."dueOn", t."openedAt", t.id LIMIT ${take} OFFSET ${skip}`;
}

export async function countTroubles(tx: Tx, scope: Scope, filter: TroubleFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Trouble" t LEFT JOIN "Application" a ON a.id = t."applicationId" WHERE ${within(scope, filter)}`;
  return row?.count ?? 0;
}

/** What is open at each office, and how much of it is over its day; null are the platform's administrators. */
export function troublesByOffice(
  tx: Tx,
  today: PlainDate,
): Promise<{ departmentId: string | null; regionCode: string | null; count: number; late: number }[]> {
  return tx.$queryRaw`
    SELECT "departmentId", "regionCode", count(*)::int AS count, (count(*) FILTER (WHERE is_late("dueOn", ${today})))::int AS late
    FROM "Trouble" WHERE "closedAt" IS NULL GROUP BY 1, 2 ORDER BY late DESC, count DESC, 1, 2`;
}

/** One trouble, locked until the transaction ends. */
export async function lockTrouble(tx: Tx, id: string): Promise<(TroubleRow & { closedById: string | null }) | null> {
  await tx.$queryRaw`SELECT 1 FROM "Trouble" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.trouble.findUnique({ where: { id } });
  return row && { ...row, number: null };
}

/** What is in open trouble of a kind. */
export async function subjectsOf(tx: Tx, kind: string): Promise<string[]> {
  const rows = await tx.trouble.findMany({ where: { kind, closedAt: null }, select: { subject: true } });
  return rows.map(({ subject }) => subject);
}

/** The terms of open troubles that end on a day or later. */
export function troubleTerms(tx: Tx, from: string) {
  return tx.$queryRaw<
    {
      subjectId: string;
      applicationId: string | null;
      step: string;
      departmentId: string | null;
      regionCode: string | null;
      start: string;
      day: string;
      number: string | null;
    }[]
  >`
    SELECT t.id::text AS "subjectId", t."applicationId"::text AS "applicationId", t.step, t."departmentId", t."regionCode",
      to_char(t."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS start, t."dueOn" AS day, a.number
    FROM "Trouble" t LEFT JOIN "Application" a ON a.id = t."applicationId"
    WHERE t."closedAt" IS NULL AND t."dueOn" >= ${from} ORDER BY t."dueOn", t.id`;
}

/** Sets the last days of open troubles. */
export async function shiftTroubles(tx: Tx, shifts: readonly { subjectId: string; toDay: string }[]): Promise<void> {
  const [ids, days] = [shifts.map(({ subjectId }) => subjectId), shifts.map(({ toDay }) => toDay)];
  await tx.$executeRaw`
    UPDATE "Trouble" t SET "dueOn" = m.day FROM unnest(${ids}::uuid[], ${days}::text[]) AS m(id, day)
    WHERE t.id = m.id AND t."closedAt" IS NULL`;
}
