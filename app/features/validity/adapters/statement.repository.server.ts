import type { Prisma } from "~/generated/prisma/client";
import type { PlainDate } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";

export function addStatement(tx: Tx, data: Prisma.ValidityStatementUncheckedCreateInput) {
  return tx.validityStatement.create({ data, select: { id: true } });
}

export function findStatementByKey(tx: Tx, idempotencyKey: string) {
  return tx.validityStatement.findUnique({
    where: { idempotencyKey },
    select: { id: true, documentId: true, createdById: true },
  });
}

/** All that was said of a document, the newest first. */
export function findStatements(tx: Tx, documentId: string) {
  return tx.validityStatement.findMany({ where: { documentId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
}
export type StatementRow = Awaited<ReturnType<typeof findStatements>>[number];

export function findStatement(tx: Tx, id: string) {
  return tx.validityStatement.findUnique({ where: { id } });
}

/** As `findStatement`, locked. */
export async function lockStatement(tx: Tx, id: string): Promise<StatementRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "ValidityStatement" WHERE id = ${id}::uuid FOR UPDATE`;
  return findStatement(tx, id);
}

/** Whether something is said of a document that nobody has decided. */
export async function isWaiting(tx: Tx, documentId: string): Promise<boolean> {
  return (await tx.validityStatement.count({ where: { documentId, status: "proposed" } })) > 0;
}

export async function decideStatementRow(
  tx: Tx,
  id: string,
  data: { status: string; decidedById: string; decidedAt: Date; refusal?: string },
): Promise<void> {
  await tx.validityStatement.update({ where: { id }, data });
}

/** What stands or waits, by document: who proposed what is not decided, and how the last decided statement lets it end. */
export type Standing = {
  documentId: string;
  proposedById: string | null;
  lastKind: string | null;
  lastDay: PlainDate | null;
};

export function findStandings(tx: Tx): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    SELECT s."documentId",
      max(s."createdById"::text) FILTER (WHERE s.status = 'proposed') AS "proposedById",
      (array_agg(s.kind ORDER BY s."decidedAt" DESC, s.id DESC) FILTER (WHERE s.status = 'released'))[1] AS "lastKind",
      (array_agg(s."validTo" ORDER BY s."decidedAt" DESC, s.id DESC) FILTER (WHERE s.status = 'released'))[1] AS "lastDay"
    FROM "ValidityStatement" s GROUP BY s."documentId"`;
}
