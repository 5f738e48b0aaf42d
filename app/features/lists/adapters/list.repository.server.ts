import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

type Office = { departmentId: string; regionCode: string };

export async function createList(tx: Tx, data: Prisma.BenefitListUncheckedCreateInput): Promise<string> {
  const { id } = await tx.benefitList.create({ data, select: { id: true } });
  return id;
}

/** An office's lists, the newest first, with the states of their cases. */
export function findLists(tx: Tx, office: Office) {
  return tx.benefitList.findMany({
    where: { ...office },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      id: true,
      itemId: true,
      year: true,
      source: true,
      fileName: true,
      lines: true,
      createdAt: true,
      applications: { select: { state: true, claimedFen: true } },
    },
  });
}

/** A list of an office with its cases. */
export function findList(tx: Tx, id: string, office: Office) {
  return tx.benefitList.findFirst({
    where: { id, ...office },
    select: {
      id: true,
      itemId: true,
      createdAt: true,
      createdById: true,
      applications: {
        orderBy: { number: "asc" },
        select: {
          id: true,
          number: true,
          state: true,
          version: true,
          claimedFen: true,
          rejectionReason: true,
          listVerdict: true,
          listBasis: true,
          enterprise: { select: { name: true, creditCode: true } },
        },
      },
    },
  });
}
