import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { ExclusionTerm } from "../domain/credit-standing";

/** Terms in which a firm is or was excluded. */
export async function exclusionTerms(tx: Tx, enterpriseId: string): Promise<ExclusionTerm[]> {
  const rows = await tx.exclusion.findMany({
    where: { enterpriseId },
    select: { fromDay: true, toDay: true, repairedAt: true },
  });
  return rows.map(({ fromDay, toDay, repairedAt }) => ({ fromDay, toDay, repaired: repairedAt !== null }));
}

export async function addExclusion(tx: Tx, data: Prisma.ExclusionUncheckedCreateInput): Promise<void> {
  await tx.exclusion.create({ data });
}

const shown = {
  id: true,
  reason: true,
  fromDay: true,
  toDay: true,
  repairGrounds: true,
  repairAskedAt: true,
  repairAnswer: true,
  repairedAt: true,
} as const;

/** Exclusions of a firm, the latest first. */
export function exclusionsOfFirm(tx: Tx, enterpriseId: string) {
  return tx.exclusion.findMany({ where: { enterpriseId }, orderBy: { fromDay: "desc" }, select: shown });
}

/** Exclusions an office decided, those with a request first. */
export function exclusionsOfOffice(tx: Tx, office: { departmentId: string; regionCode: string }) {
  return tx.exclusion.findMany({
    where: office,
    orderBy: [{ repairAskedAt: { sort: "desc", nulls: "last" } }, { fromDay: "desc" }],
    take: 100,
    select: { ...shown, enterprise: { select: { name: true, creditCode: true } } },
  });
}

/** Changes an exclusion that has not been repaired; false when there is none. */
export async function changeExclusion(
  tx: Tx,
  where: Prisma.ExclusionWhereInput,
  data: Prisma.ExclusionUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.exclusion.updateMany({ where: { ...where, repairedAt: null }, data });
  return count === 1;
}
