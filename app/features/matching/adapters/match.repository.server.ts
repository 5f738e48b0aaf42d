import type { MatchCause } from "~/features/policies/domain/match-cause";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { StoredMatch, MatchChange } from "../domain/matches/match-changes";

/** One firm as it was last told and as it stands now, with the version of its profile. */
export type FirmRematch = {
  enterpriseId: string;
  profileVersion: number;
  before: readonly StoredMatch[];
  after: readonly StoredMatch[];
  changes: readonly MatchChange[];
};

/** Locks firms against a second rematch at the same time; answers with the version of each profile. */
export async function lockFirms(tx: Tx, enterpriseIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM "Enterprise" WHERE id = ANY(${[...enterpriseIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What firms were last told, of all items or of one. */
export async function storedMatches(
  tx: Tx,
  where: Prisma.MatchWhereInput,
): Promise<(StoredMatch & { enterpriseId: string })[]> {
  const rows = await tx.match.findMany({ where });
  return rows.map((row) => ({
    enterpriseId: row.enterpriseId,
    itemId: row.itemId,
    verdict: row.verdict as StoredMatch["verdict"],
    fen: row.amountFen,
    nature: row.nature as StoredMatch["nature"],
    itemVersionId: row.itemVersionId,
  }));
}

/** Replaces the rows that differ and leaves the others alone. */
export async function storeMatches(tx: Tx, rematches: readonly FirmRematch[], now: Date): Promise<void> {
  const stale = rematches.flatMap(({ enterpriseId, before, after }) =>
    differing(before, after).map(({ itemId }) => ({ enterpriseId, itemId })),
  );
  const fresh = rematches.flatMap(({ enterpriseId, before, after }) =>
    differing(after, before).map((match) => ({ enterpriseId, ...match })),
  );
  if (stale.length > 0) {
    await tx.$executeRaw`
      DELETE FROM "Match" m USING unnest(${stale.map((row) => row.enterpriseId)}::uuid[], ${stale.map((row) => row.itemId)}::text[]) AS s(firm, item)
      WHERE m."enterpriseId" = s.firm AND m."itemId" = s.item`;
  }
  if (fresh.length === 0) return;
  const [firms, items, versions] = [
    fresh.map((row) => row.enterpriseId),
    fresh.map((row) => row.itemId),
    fresh.map((row) => row.itemVersionId),
  ];
  const [verdicts, sums, natures] = [
    fresh.map((row) => row.verdict),
    fresh.map((row) => row.fen),
    fresh.map((row) => row.nature),
  ];
  await tx.$executeRaw`
    INSERT INTO "Match" ("enterpriseId", "itemId", "itemVersionId", verdict, "amountFen", nature, "changedAt")
    SELECT *, ${now}::timestamptz FROM unnest(${firms}::uuid[], ${items}::text[], ${versions}::uuid[], ${verdicts}::text[], ${sums}::bigint[], ${natures}::text[])`;
}

/** The matches of one list that the other does not hold in the same way. */
export function differing(matches: readonly StoredMatch[], others: readonly StoredMatch[]): StoredMatch[] {
  const byItem = new Map(others.map((match) => [match.itemId, match]));
  return matches.filter((match) => !same(match, byItem.get(match.itemId)));
}

function same(a: StoredMatch, b: StoredMatch | undefined): boolean {
  return b !== undefined && a.verdict === b.verdict && a.fen === b.fen && a.itemVersionId === b.itemVersionId;
}

/** Keeps each difference with what caused it: the event, the version of the profile, and the item's versions before and now. */
export async function storeChanges(
  tx: Tx,
  rematches: readonly FirmRematch[],
  cause: MatchCause,
  at: Date,
): Promise<void> {
  await tx.matchChange.createMany({
    data: rematches.flatMap(({ enterpriseId, profileVersion, changes }) =>
      changes.map(({ kind, itemId, itemVersionId, versionBefore, from, to, nature }) => ({
        enterpriseId,
        itemId,
        itemVersionId,
        kind,
        fromFen: from,
        toFen: to,
        nature,
        reason: { ...cause, profileVersion, versionBefore },
        at,
      })),
    ),
  });
}

/** Notes the first time a firm was told of or looked at items. */
export async function noteReach(
  tx: Tx,
  reached: readonly { enterpriseId: string; itemId: string }[],
  kind: "pushed" | "viewed",
  at: Date,
): Promise<void> {
  await tx.reach.createMany({ data: reached.map((each) => ({ ...each, kind, at })), skipDuplicates: true });
}

/** Firms an item fits that have no application of the year for it. */
export async function firmsThatMayApply(tx: Tx, itemId: string, year: number): Promise<string[]> {
  const rows = await tx.match.findMany({
    where: {
      itemId,
      verdict: "eligible",
      enterprise: { applications: { none: { itemId, year, submittedAt: { not: null } } } },
    },
    select: { enterpriseId: true },
  });
  return rows.map((row) => row.enterpriseId);
}

/** The latest day whose changes by time have been ordered. */
export async function lastMatchDay(tx: Tx): Promise<string | null> {
  return (await tx.matchDay.findFirst({ orderBy: { day: "desc" } }))?.day ?? null;
}

/** Notes a day as done. False when another process has done so meanwhile. */
export async function noteMatchDay(tx: Tx, day: string, at: Date): Promise<boolean> {
  return (await tx.matchDay.createMany({ data: [{ day, at }], skipDuplicates: true })).count === 1;
}

/** Firms an item fits with a fixed sum and that have no application of the year for it. */
export async function firmsDue(
  tx: Tx,
  itemId: string,
  year: number,
): Promise<{ enterpriseId: string; fen: bigint; creditCode: string; name: string }[]> {
  const rows = await tx.match.findMany({
    where: {
      itemId,
      verdict: "eligible",
      amountFen: { gt: 0 },
      enterprise: { applications: { none: { itemId, year } } },
    },
    orderBy: { enterpriseId: "asc" },
    select: { enterpriseId: true, amountFen: true, enterprise: { select: { creditCode: true, name: true } } },
  });
  return rows.map(({ enterpriseId, amountFen, enterprise }) => ({ enterpriseId, fen: amountFen ?? 0n, ...enterprise }));
}
