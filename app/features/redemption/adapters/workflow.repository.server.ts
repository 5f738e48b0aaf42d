import type { Tx } from "~/platform/db.server";

export type StateCount = { itemVersionId: string; machineVersion: number; state: string; count: number };

/** Cases by version of an item, version of the machine, and state. */
export async function countStates(tx: Tx): Promise<StateCount[]> {
  const rows = await tx.application.groupBy({ by: ["itemVersionId", "machineVersion", "state"], _count: true });
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count }));
}

/** How each of these versions of items is redeemed. */
export function configsOf(tx: Tx, itemVersionIds: readonly string[]) {
  return tx.policyItemVersion.findMany({
    where: { id: { in: [...itemVersionIds] } },
    select: { id: true, itemId: true, redemption: true },
  });
}
