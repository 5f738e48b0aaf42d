import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { ExclusionTerm } from "../domain/credit-standing";

/** Terms in which a firm is or was excluded. */
export async function exclusionTerms(tx: Tx, enterpriseId: string): Promise<ExclusionTerm[]> {
  const rows = await tx.exclusion.findMany({ where: { enterpriseId }, select: { fromDay: true, toDay: true, repairedAt: true } });
  return rows.map(({ fromDay, toDay, repairedAt }) => ({ fromDay, toDay, repaired: repairedAt !== null }));
}

export async function addExclusion(tx: Tx, data: Prisma.ExclusionUncheckedCreateInput): Promise<void> {
  await tx.exclusion.create({ data });
}
