import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** A request to join, of one firm or of any, with the firm's name. */
export function findClaim(tx: Tx, where: { id: string; enterpriseId?: string }) {
  return tx.claim.findFirst({
    where,
    select: { enterpriseId: true, userId: true, enterprise: { select: { name: true } } },
  });
}

/** The request of a person that a firm has not decided. */
export function findOpenClaim(tx: Tx, { enterpriseId, userId }: { enterpriseId: string; userId: string }) {
  return tx.claim.findFirst({ where: { enterpriseId, userId, status: "open" }, select: { id: true } });
}

/** @returns the id */
export async function addClaim(tx: Tx, data: Prisma.ClaimUncheckedCreateInput): Promise<string> {
  const { id } = await tx.claim.create({ data, select: { id: true } });
  return id;
}

/** Closes a request; false when it was decided before. */
export async function closeClaim(tx: Tx, id: string, data: Prisma.ClaimUncheckedUpdateInput): Promise<boolean> {
  const { count } = await tx.claim.updateMany({ where: { id, status: "open" }, data });
  return count === 1;
}

/** Requests that nobody has decided, the oldest first. */
export function findOpenClaims(tx: Tx, where: { enterpriseId?: string }, page: { skip: number; take: number }) {
  return tx.claim.findMany({
    where: { ...where, status: "open" },
    select: {
      id: true,
      userId: true,
      statement: true,
      createdAt: true,
      enterprise: { select: { id: true, name: true, creditCode: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...page,
  });
}

export function countOpenClaims(tx: Tx): Promise<number> {
  return tx.claim.count({ where: { status: "open" } });
}

/** Requests of a person that wait, the oldest first, with the code of the firm. */
export function openClaimsOf(tx: Tx, userId: string) {
  return tx.claim.findMany({
    where: { userId, status: "open" },
    select: { id: true, createdAt: true, enterprise: { select: { creditCode: true } } },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
}
