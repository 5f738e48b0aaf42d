import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

export async function addSettlements(tx: Tx, rows: Prisma.ManualSettlementCreateManyInput[]): Promise<void> {
  await tx.manualSettlement.createMany({ data: rows });
}

/** What was noted by hand of a batch. */
export function settlementsOf(tx: Tx, batchId: string) {
  return tx.manualSettlement.findMany({ where: { batchId }, orderBy: { at: "asc" } });
}

export function findSettlement(tx: Tx, paymentId: string) {
  return tx.manualSettlement.findUnique({ where: { paymentId } });
}
