import type { Tx } from "~/platform/db.server";

/** Requests to join of a person that wait for a decision. The firm is named by the code the person typed, not by what the platform knows. */
export async function readOwnClaims(tx: Tx, userId: string) {
  const rows = await tx.claim.findMany({
    where: { userId, status: "open" },
    select: { id: true, createdAt: true, enterprise: { select: { creditCode: true } } },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  return rows.map(({ id, createdAt, enterprise }) => ({ id, createdAt, creditCode: enterprise.creditCode }));
}
