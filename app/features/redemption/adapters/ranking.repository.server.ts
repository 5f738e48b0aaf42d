import { statesIn } from "~/features/claims/domain/case-states";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { Office } from "~/features/work/domain/subject";

/** Cases of items and a year that wait for the selection, with their scores. */
export function candidates(tx: Tx, itemIds: readonly string[], year: number) {
  return tx.application.findMany({
    where: { itemId: { in: [...itemIds] }, year, state: "ranking" },
    select: {
      id: true,
      itemId: true,
      number: true,
      version: true,
      enterpriseId: true,
      approvedFen: true,
      submittedAt: true,
      enterprise: { select: { name: true } },
      scores: { select: { score: true } },
    },
  });
}

const granted = statesIn(["granted", "payment", "paid"]);
const reviewed = statesIn(["review"]);

/** What was decided for firms of items and was not lost since; `year` null: in all years. Leaves one case out. */
export async function grantedOf(
  tx: Tx,
  itemIds: readonly string[],
  year: number | null,
  except: string | null = null,
): Promise<{ count: number; fen: bigint }> {
  const { _count, _sum } = await tx.application.aggregate({
    where: {
      itemId: { in: [...itemIds] },
      state: { in: granted },
      ...(year === null ? {} : { year }),
      ...(except === null ? {} : { id: { not: except } }),
    },
    _count: true,
    _sum: { approvedFen: true },
  });
  return { count: _count, fen: _sum.approvedFen ?? 0n };
}

/** One decision after another on a quota, told by its key. */
export async function lockQuota(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('quota:' || ${key}, 0))`;
}

/** How many cases of items and a year are still being reviewed: ranking before they are through would be unfair. */
export function stillReviewed(tx: Tx, itemIds: readonly string[], year: number): Promise<number> {
  return tx.application.count({
    where: {
      itemId: { in: [...itemIds] },
      year,
      state: { in: reviewed },
    },
  });
}

export function openRound(tx: Tx, itemIds: readonly string[], year: number) {
  return tx.rankingRound.findFirst({
    where: { itemId: { in: [...itemIds] }, year, status: "proposed" },
    select: { id: true, itemId: true, lines: true, poolFen: true, proposedById: true, proposedAt: true },
  });
}

/** Proposals of an office that wait for the second person. */
export function openRounds(tx: Tx, office: Office) {
  return tx.rankingRound.findMany({
    where: { ...office, status: "proposed" },
    select: { itemId: true, year: true, proposedById: true },
  });
}

/** All proposals that wait for the second person. */
export function proposedRounds(tx: Tx) {
  return tx.rankingRound.findMany({
    where: { status: "proposed" },
    select: { itemId: true, year: true, departmentId: true, regionCode: true, proposedById: true },
  });
}

export async function addRound(tx: Tx, data: Prisma.RankingRoundUncheckedCreateInput): Promise<string> {
  const { id } = await tx.rankingRound.create({ data, select: { id: true } });
  return id;
}

/** Decides on a proposal; false when somebody was faster. */
export async function decideRound(
  tx: Tx,
  id: string,
  data: { status: string; decidedById: string; decidedAt: Date },
): Promise<boolean> {
  const { count } = await tx.rankingRound.updateMany({ where: { id, status: "proposed" }, data });
  return count === 1;
}

/** Items of an office with cases that wait for the selection. */
export async function waitingItems(tx: Tx, office: Office): Promise<{ itemId: string; year: number; count: number }[]> {
  const rows = await tx.application.groupBy({
    by: ["itemId", "year"],
    where: { state: "ranking", tasks: { some: { ...office, stage: "ranking", closedAt: null } } },
    _count: true,
  });
  return rows.map(({ itemId, year, _count }) => ({ itemId, year, count: _count }));
}
