import type { Tx } from "~/platform/db.server";

/** The case decided first of those that wait because their budget is used up. */
export function firstWaiting(tx: Tx, documentItems: readonly string[], year: number) {
  return tx.application.findFirst({
    where: { state: "awaitingBudget", year, itemId: { in: [...documentItems] } },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      itemId: true,
      approvedFen: true,
      enterprise: { select: { regionCode: true } },
      itemVersion: { select: { content: true } },
    },
  });
}
