import { Prisma } from "~/generated/prisma/client";
import type { PlainDate } from "~/kernel/plain-date";
import { administration } from "../domain/subject";
import type { Tx } from "~/platform/db.server";

export type FreshTrouble = {
  id: string;
  kind: string;
  subject: string;
  step: string;
  applicationId: string | null;
  reason: string;
  detail: string | null;
  at: Date;
};

/** Opens a trouble, or notes on the open one of the same thing that it is still there. @returns whether it is new */
export async function putTrouble(tx: Tx, trouble: FreshTrouble): Promise<boolean> {
  const { id, kind, subject, step, applicationId, reason, detail, at } = trouble;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Trouble" (id, kind, subject, step, "applicationId", reason, detail, "seenAt")
    VALUES (${id}::uuid, ${kind}, ${subject}, ${step}, ${applicationId}::uuid, ${reason}, ${detail}, ${at})
    ON CONFLICT (kind, subject) WHERE "closedAt" IS NULL DO UPDATE
      SET reason = excluded.reason, detail = excluded.detail, "seenAt" = excluded."seenAt", seen = "Trouble".seen + 1, "retriedAt" = NULL
    RETURNING id`;
  return row?.id === id;
}

/** Closes the open trouble of a thing with its task; its row, or null where there was none. */
export async function settleTrouble(
  tx: Tx,
  where: { kind: string; subject: string } | { id: string },
  {
    closedAt,
    ...ended
  }: { closedAt: Date; outcome: "resolved" | "givenUp"; closedById: string | null; comment: string | null },
): Promise<{ id: string; step: string } | null> {
  const open = "id" in where ? { id: where.id } : { kind: where.kind, subject: where.subject };
  const [row] = await tx.trouble.updateManyAndReturn({
    where: { ...open, closedAt: null },
    data: { closedAt },
    select: { id: true, step: true },
  });
  if (!row) return null;
  await tx.task.updateMany({ where: { subjectType: "trouble", subjectId: row.id }, data: { closedAt, ...ended } });
  return row;
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

/** Troubles with the task of each, and the case they are of. */
const waiting = Prisma.sql`"Trouble" t JOIN "Task" k ON k."subjectType" = 'trouble' AND k."subjectId" = t.id::text LEFT JOIN "Application" a ON a.id = t."applicationId"`;

/** The office that has it; nulls for the platform's administrators. */
const office = Prisma.sql`nullif(k."departmentId", ${administration.departmentId}) AS "departmentId", nullif(k."regionCode", ${administration.regionCode}) AS "regionCode"`;

const columns = Prisma.sql`t.id, t.kind, t.subject, t.step, t."applicationId", a.number, ${office}, t.reason, t.detail,
  k.id::text AS "taskId", k."assigneeId"::text, k."openedAt", k."dueOn", t."seenAt", t.seen, t."retriedAt", t."closedAt", k."closedById", k.outcome, k.comment`;

function within(scope: Scope, { kind, over, q, applicationId }: TroubleFilter): Prisma.Sql {
  const parts = [
    Prisma.sql`t."closedAt" IS ${over ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`,
    ...(scope ? [Prisma.sql`k."departmentId" = ${scope.departmentId} AND k."regionCode" = ${scope.regionCode}`] : []),
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
  taskId: string;
  assigneeId: string | null;
  openedAt: Date;
  dueOn: string;
  seenAt: Date;
  seen: number;
  retriedAt: Date | null;
  closedAt: Date | null;
  closedById: string | null;
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
    SELECT ${columns} FROM ${waiting} WHERE ${within(scope, filter)}
    ORDER BY t."closedAt" DESC NULLS FIRST, k."dueOn", k."openedAt", t.id LIMIT ${take} OFFSET ${skip}`;
}

export async function countTroubles(tx: Tx, scope: Scope, filter: TroubleFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${waiting} WHERE ${within(scope, filter)}`;
  return row?.count ?? 0;
}

/** What is open at each office, and how much of it is over its day; null are the platform's administrators. */
export function troublesByOffice(
  tx: Tx,
  today: PlainDate,
): Promise<{ departmentId: string | null; regionCode: string | null; count: number; late: number }[]> {
  return tx.$queryRaw`
    SELECT ${office}, count(*)::int AS count, (count(*) FILTER (WHERE is_late("dueOn", ${today})))::int AS late
    FROM "Task" k WHERE k."subjectType" = 'trouble' AND k."closedAt" IS NULL GROUP BY 1, 2 ORDER BY late DESC, count DESC, 1, 2`;
}

/** One trouble, locked until the transaction ends. */
export async function lockTrouble(tx: Tx, id: string): Promise<TroubleRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Trouble" WHERE id = ${id}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<TroubleRow[]>`SELECT ${columns} FROM ${waiting} WHERE t.id = ${id}::uuid`;
  return row ?? null;
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
    SELECT t.id::text AS "subjectId", t."applicationId"::text AS "applicationId", t.step, ${office},
      to_char(k."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS start, k."dueOn" AS day, a.number
    FROM ${waiting}
    WHERE t."closedAt" IS NULL AND k."dueOn" >= ${from} ORDER BY k."dueOn", t.id`;
}

/** Sets the last days of open troubles. */
export async function shiftTroubles(tx: Tx, shifts: readonly { subjectId: string; toDay: string }[]): Promise<void> {
  const [ids, days] = [shifts.map(({ subjectId }) => subjectId), shifts.map(({ toDay }) => toDay)];
  await tx.$executeRaw`
    UPDATE "Task" k SET "dueOn" = m.day, "warnedAt" = NULL, "escalatedAt" = NULL FROM unnest(${ids}::text[], ${days}::text[]) AS m(id, day)
    WHERE k."subjectType" = 'trouble' AND k."subjectId" = m.id AND k."closedAt" IS NULL`;
}

/** What open troubles are of, by their ids. */
export function findSubjects(tx: Tx, ids: readonly string[]) {
  return tx.$queryRaw<
    {
      id: string;
      kind: string;
      number: string | null;
      firm: string | null;
      title: string | null;
      titleEn: string | null;
    }[]
  >`
    SELECT t.id::text, t.kind, a.number, e.name AS firm, i.title, i."titleEn" FROM "Trouble" t
      LEFT JOIN "Application" a ON a.id = t."applicationId" LEFT JOIN "Enterprise" e ON e.id = a."enterpriseId"
      LEFT JOIN "PolicyItem" i ON i.id = a."itemId"
    WHERE t.id = ANY(${[...ids]}::uuid[])`;
}
