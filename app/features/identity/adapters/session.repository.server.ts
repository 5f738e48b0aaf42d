import { createHash } from "node:crypto";
import type { Tx } from "~/platform/db.server";

/** Only the hash of a token is stored. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The live session of a token with the person, the memberships and the firms' names. */
export function findSession(tx: Tx, token: string, now: Date) {
  return tx.session.findFirst({
    where: { id: hashToken(token), expiresAt: { gt: now }, user: { disabledAt: null } },
    include: {
      user: {
        include: {
          memberships: { include: { enterprise: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
        },
      },
    },
  });
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;
