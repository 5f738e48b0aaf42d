import { Prisma } from "~/generated/prisma/client";
import type { Bilingual } from "~/kernel/bilingual";
import type { Tx } from "~/platform/db.server";
import type { CaseFilter, ReachFilter } from "../monitoring.schema";
import { narrowed, reachNarrowed } from "./narrowed.server";

export type CaseRow = {
  id: string;
  number: string | null;
  firm: string;
  creditCode: string;
  itemId: string;
  item: Bilingual;
  departmentId: string;
  regionCode: string;
  state: string;
  submittedAt: Date;
  approvedFen: bigint | null;
  paidAt: Date | null;
};

export type ReachRow = {
  enterpriseId: string;
  firm: string;
  creditCode: string;
  itemId: string;
  item: Bilingual;
  departmentId: string;
  regionCode: string;
  at: Date;
};

export type Page = { limit: number; offset: number };

const caseTables = Prisma.sql`"Application" a JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "Enterprise" f ON f.id = a."enterpriseId"`;
const reachTables = Prisma.sql`"Reach" r JOIN "PolicyItem" i ON i.id = r."itemId" JOIN "Enterprise" f ON f.id = r."enterpriseId"`;

/** Applications the filter leaves, the newest first. */
export function findCases(tx: Tx, filter: CaseFilter, { limit, offset }: Page): Promise<CaseRow[]> {
  return tx.$queryRaw<CaseRow[]>`
    SELECT a.id, a.number, f.name AS firm, f."creditCode", a."itemId", jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) AS item, i."departmentId", i."regionCode", a.state, a."submittedAt", a."approvedFen", a."paidAt"
    FROM ${caseTables} WHERE ${narrowed(filter)} ORDER BY a."submittedAt" DESC, a.id DESC LIMIT ${limit} OFFSET ${offset}`;
}

/** How many applications the filter leaves. */
export async function countCases(tx: Tx, filter: CaseFilter): Promise<number> {
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM ${caseTables} WHERE ${narrowed(filter)}`;
  return row?.count ?? 0;
}

/** Firms told of an item, or that looked at it, the newest first. */
export function findReach(tx: Tx, filter: ReachFilter, { limit, offset }: Page): Promise<ReachRow[]> {
  return tx.$queryRaw<ReachRow[]>`
    SELECT r."enterpriseId", f.name AS firm, f."creditCode", r."itemId", jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) AS item, i."departmentId", i."regionCode", r.at
    FROM ${reachTables} WHERE r.kind = ${filter.kind} AND ${reachNarrowed(filter)}
    ORDER BY r.at DESC, r."enterpriseId", r."itemId" LIMIT ${limit} OFFSET ${offset}`;
}

/** How many pairs of firm and item the filter leaves. */
export async function countReach(tx: Tx, filter: ReachFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${reachTables} WHERE r.kind = ${filter.kind} AND ${reachNarrowed(filter)}`;
  return row?.count ?? 0;
}

/** What a budget is called. */
export async function envelopeName(tx: Tx, id: string): Promise<string | null> {
  return (await tx.envelope.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
}
