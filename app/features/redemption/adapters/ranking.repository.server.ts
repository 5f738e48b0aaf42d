import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { Office } from "./desk.repository.server";

/** Cases of an item and year that wait for the selection, with their scores. */
export function candidates(tx: Tx, itemId: string, year: number) {
  return tx.application.findMany({
    where: { itemId, year, state: "ranking" },
    select: {
      id: true,
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

const granted = ["publicity", "budgetCheck", "awaitingBudget", "payment", "closed"];

/** Cases of an item and year that earlier rounds chose and that were not lost since. */
export function grantedCount(tx: Tx, itemId: string, year: number): Promise<number> {
  return tx.application.count({ where: { itemId, year, state: { in: granted } } });
}

/** Whether cases of an item and year are still being reviewed: ranking before they are through would be unfair. */
export function stillReviewed(tx: Tx, itemId: string, year: number): Promise<number> {
  return tx.application.count({
    where: {
      itemId,
      year,
      state: { in: ["countyReview", "assessment", "departmentReview", "correcting", "reconsidering"] },
    },
  });
}

export function openRound(tx: Tx, itemId: string, year: number) {
  return tx.rankingRound.findFirst({
    where: { itemId, year, status: "proposed" },
    select: { id: true, lines: true, poolFen: true, proposedById: true, proposedAt: true },
  });
}

export async function addRound(tx: Tx, data: Prisma.RankingRoundUncheckedCreateInput): Promise<void> {
  await tx.rankingRound.create({ data });
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
