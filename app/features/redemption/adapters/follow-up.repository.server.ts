import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

export async function addScore(tx: Tx, data: Prisma.ExpertScoreUncheckedCreateInput): Promise<void> {
  await tx.expertScore.create({ data });
}

export async function addReconsideration(tx: Tx, data: Prisma.ReconsiderationUncheckedCreateInput): Promise<void> {
  await tx.reconsideration.create({ data });
}

export async function answerReconsideration(
  tx: Tx,
  applicationId: string,
  data: { outcome: string; answer: string; decidedAt: Date; decidedById: string },
): Promise<void> {
  await tx.reconsideration.updateMany({ where: { applicationId, decidedAt: null }, data });
}

export async function addRating(tx: Tx, data: Prisma.RatingUncheckedCreateInput): Promise<void> {
  await tx.rating.create({ data });
}

export async function followUpRating(
  tx: Tx,
  applicationId: string,
  data: { followUp: string; followedUpAt: Date; followedUpById: string },
): Promise<void> {
  await tx.rating.updateMany({ where: { applicationId, followedUpAt: null }, data });
}

export async function addRecoveryCase(tx: Tx, data: Prisma.RecoveryCaseUncheckedCreateInput): Promise<void> {
  await tx.recoveryCase.create({ data });
}

/** The recovery of a case that waits for the second person. */
export function findProposedRecovery(tx: Tx, applicationId: string) {
  return tx.recoveryCase.findFirst({
    where: { applicationId, status: "proposed" },
    select: { id: true, paymentId: true, enterpriseId: true, kind: true, sumFen: true, reason: true },
  });
}

/** The last recovery of a case; null where its money was never asked back. */
export function lastRecovery(tx: Tx, applicationId: string) {
  return tx.recoveryCase.findFirst({
    where: { applicationId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      status: true,
      enterpriseId: true,
      kind: true,
      sumFen: true,
      reason: true,
      proposedById: true,
      decidedById: true,
    },
  });
}

export async function changeRecoveryCase(
  tx: Tx,
  id: string,
  data: Prisma.RecoveryCaseUncheckedUpdateManyInput,
): Promise<void> {
  await tx.recoveryCase.updateMany({ where: { id }, data });
}

/** Recoveries that are demanded. */
export function demandedRecoveries(tx: Tx) {
  return tx.recoveryCase.findMany({
    where: { status: "demanded" },
    select: { id: true, applicationId: true, enterpriseId: true },
  });
}

/** Where cases stand, with the redemption their machine is made of. */
export function findStandings(tx: Tx, ids: readonly string[]) {
  return tx.application.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, snapshot: true, itemVersion: { select: { redemption: true } } },
  });
}
