import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { Candidate, Share } from "../domain/choose-envelopes";

/** Who bears a document's money in a year, and the envelopes that may pay an item: its own and the document's. */
export async function bearersOf(
  tx: Tx,
  documentId: string,
  itemId: string,
  year: number,
): Promise<{ shares: Share[]; candidates: Candidate[] }> {
  const [row] = await tx.$queryRaw<{ shares: Share[]; candidates: Candidate[] }[]>`
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('level', level, 'weight', weight)), '[]') FROM "CostShare" WHERE "documentId" = ${documentId} AND year = ${year}) AS shares,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'level', level, 'regionCode', "regionCode", 'itemId', "itemId") ORDER BY id), '[]')
        FROM "Envelope" WHERE kind = 'budget' AND "documentId" = ${documentId} AND year = ${year} AND coalesce("itemId", ${itemId}) = ${itemId}) AS candidates`;
  return row ?? { shares: [], candidates: [] };
}

/** What is available in envelopes, in fen. */
export async function availableIn(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.$queryRaw<{ id: string; fen: bigint }[]>`
    SELECT "envelopeId"::text AS id, sum("amountFen")::bigint AS fen FROM "LedgerEntry"
    WHERE account = 'available' AND "envelopeId" = ANY(${[...ids]}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}

/** Who bears which part of a document's money in a year; empty where nothing is shared. */
export function findShares(tx: Tx, documentId: string, year: number): Promise<Share[]> {
  return tx.costShare.findMany({ where: { documentId, year }, select: { level: true, weight: true } });
}

/** Documents of which counties bear a part in a year. */
export async function countySharedDocuments(tx: Tx, year: number): Promise<Set<string>> {
  const rows = await tx.costShare.findMany({ where: { year, level: "county" }, select: { documentId: true } });
  return new Set(rows.map(({ documentId }) => documentId));
}

export async function replaceShares(
  tx: Tx,
  documentId: string,
  year: number,
  shares: readonly Share[],
  createdAt: Date,
): Promise<void> {
  await tx.costShare.deleteMany({ where: { documentId, year } });
  await tx.costShare.createMany({
    data: shares.map(({ level, weight }) => ({ documentId, year, level, weight, createdAt })),
  });
}

/** The envelope of a whole document or of one of its items. */
export async function findEnvelope(
  tx: Tx,
  key: { documentId: string; itemId: string | null; year: number; regionCode: string },
): Promise<string | null> {
  const row = await tx.envelope.findFirst({ where: { kind: "budget", ...key }, select: { id: true } });
  return row?.id ?? null;
}

export async function addEnvelope(tx: Tx, data: Prisma.EnvelopeUncheckedCreateInput): Promise<string> {
  const { id } = await tx.envelope.create({ data, select: { id: true } });
  return id;
}

/** The sums of an envelope, of a budget or a pool. */
export const envelopeSums = {
  grantedFen: true,
  carriedFen: true,
  reservedFen: true,
  committedFen: true,
  disbursedFen: true,
  owedFen: true,
  earmarkedFen: true,
  advancedFen: true,
} as const satisfies Prisma.EnvelopeSelect;

/** Budgets of a year with their sums. */
export function listEnvelopes(tx: Tx, year: number) {
  return tx.envelope.findMany({
    where: { kind: "budget", year },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, documentId: true, year: true, level: true, regionCode: true, ...envelopeSums },
  });
}

export async function budgetYears(tx: Tx): Promise<number[]> {
  const rows = await tx.envelope.findMany({ where: { kind: "budget" }, distinct: ["year"], select: { year: true } });
  return rows.map(({ year }) => year);
}

/** One envelope with its sums. */
export function readEnvelopeRow(tx: Tx, id: string) {
  return tx.envelope.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      name: true,
      documentId: true,
      year: true,
      level: true,
      regionCode: true,
      ...envelopeSums,
    },
  });
}

/** What waits for a budget of a year, by item. */
export async function unfundedByItem(tx: Tx, year: number): Promise<{ itemId: string; count: number; fen: bigint }[]> {
  const rows = await tx.application.groupBy({
    by: ["itemId"],
    where: { state: "awaitingBudget", year },
    _count: true,
    _sum: { approvedFen: true },
  });
  return rows.map(({ itemId, _count, _sum }) => ({ itemId, count: _count, fen: _sum.approvedFen ?? 0n }));
}

/** Documents and years that envelopes belong to; pools belong to none. */
export function budgetsOf(tx: Tx, ids: readonly string[]): Promise<{ documentId: string; year: number }[]> {
  return tx.envelope.findMany({
    where: { id: { in: [...ids] }, kind: "budget" },
    distinct: ["documentId", "year"],
    orderBy: [{ documentId: "asc" }, { year: "asc" }],
    select: { documentId: true, year: true },
  });
}
