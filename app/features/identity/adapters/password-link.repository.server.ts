import type { Tx } from "~/platform/db.server";
import { hashToken } from "./session.repository.server";

/** Puts a link in the place of those of a person that were not used. */
export async function putPasswordLink(
  tx: Tx,
  token: string,
  link: { userId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.passwordLink.deleteMany({ where: { userId: link.userId, usedAt: null } });
  await tx.passwordLink.create({ data: { ...link, tokenHash: hashToken(token) } });
}

/** A link with its person. */
export function findPasswordLink(tx: Tx, token: string) {
  return tx.passwordLink.findUnique({ where: { tokenHash: hashToken(token) }, include: { user: true } });
}

/** Uses a link up; false when it was used or is over. */
export async function spendPasswordLink(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { count } = await tx.passwordLink.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
