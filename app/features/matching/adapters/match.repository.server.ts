import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { KnownMatch, MatchChange } from "../domain/match-changes";

/** What the firm was last told, locked against a second rematch of the same firm. */
export async function knownMatches(tx: Tx, enterpriseId: string): Promise<KnownMatch[]> {
  await tx.$executeRaw`SELECT 1 FROM "Enterprise" WHERE id = ${enterpriseId}::uuid FOR UPDATE`;
  const rows = await tx.match.findMany({ where: { enterpriseId } });
  return rows.map((row) => ({
    itemId: row.itemId,
    verdict: row.verdict as KnownMatch["verdict"],
    fen: row.amountFen,
    nature: row.nature as KnownMatch["nature"],
    itemVersionId: row.itemVersionId,
  }));
}

/** Replaces the rows that differ and leaves the others alone. */
export async function storeMatches(tx: Tx, enterpriseId: string, before: readonly KnownMatch[], after: readonly KnownMatch[], now: Date): Promise<void> {
  const later = new Map(after.map((match) => [match.itemId, match]));
  const stale = before.filter((match) => !same(match, later.get(match.itemId)));
  const earlier = new Map(before.map((match) => [match.itemId, match]));
  const fresh = after.filter((match) => !same(match, earlier.get(match.itemId)));
  await tx.match.deleteMany({ where: { enterpriseId, itemId: { in: stale.map((match) => match.itemId) } } });
  await tx.match.createMany({
    data: fresh.map(({ itemId, itemVersionId, verdict, fen, nature }) => ({ enterpriseId, itemId, itemVersionId, verdict, amountFen: fen, nature, changedAt: now })),
  });
}

function same(a: KnownMatch, b: KnownMatch | undefined): boolean {
  return b !== undefined && a.verdict === b.verdict && a.fen === b.fen && a.itemVersionId === b.itemVersionId;
}

export async function storeChanges(tx: Tx, enterpriseId: string, changes: readonly MatchChange[], reason: Prisma.InputJsonValue, at: Date): Promise<void> {
  await tx.matchChange.createMany({
    data: changes.map(({ kind, itemId, itemVersionId, from, to, nature }) => ({
      enterpriseId, itemId, itemVersionId, kind, fromFen: from, toFen: to, nature, reason, at,
    })),
  });
}

/** Notes the first time a firm was told of or looked at items. */
export async function noteReach(tx: Tx, enterpriseId: string, itemIds: readonly string[], kind: "pushed" | "viewed", at: Date): Promise<void> {
  await tx.reach.createMany({ data: itemIds.map((itemId) => ({ enterpriseId, itemId, kind, at })), skipDuplicates: true });
}

/** Firms an item fits that have no application of the year for it. */
export async function firmsThatMayApply(tx: Tx, itemId: string, year: number): Promise<string[]> {
  const rows = await tx.match.findMany({
    where: { itemId, verdict: "eligible", enterprise: { applications: { none: { itemId, year, submittedAt: { not: null } } } } },
    select: { enterpriseId: true },
  });
  return rows.map((row) => row.enterpriseId);
}
