import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { readConfig } from "~/features/policies/domain/stored-item";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** What work on a case is called by. */
export const namedCase = {
  number: true,
  enterprise: { select: { name: true } },
  item: { select: { title: true, titleEn: true } },
} satisfies Prisma.ApplicationSelect;
export type NamedCase = Prisma.ApplicationGetPayload<{ select: typeof namedCase }>;

export function namesOfCases(tx: Tx, ids: readonly string[]) {
  return tx.application.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...namedCase } });
}

/** Where cases stand, who stands aside from them, and whose firm they are of. */
export function partiesOfCases(tx: Tx, ids: readonly string[]) {
  return tx.application.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      snapshot: true,
      recusals: { select: { userId: true } },
      enterprise: { select: { memberships: { select: { userId: true } } } },
      itemVersion: { select: { redemption: true } },
    },
  });
}

export async function addRecusal(tx: Tx, data: Prisma.RecusalUncheckedCreateInput): Promise<void> {
  await tx.recusal.upsert({
    where: { applicationId_userId: { applicationId: data.applicationId, userId: data.userId } },
    create: data,
    update: {},
  });
}

/** The way of redemption a case was begun on. */
export async function configOfCase(tx: Tx, applicationId: string): Promise<RedemptionConfig> {
  const { itemVersion } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { itemVersion: { select: { redemption: true } } },
  });
  return readConfig(itemVersion.redemption);
}
