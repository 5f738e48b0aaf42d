import type { Prisma } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";
import { sessionLimits } from "../domain/session-limits";

export const sessionsPerPage = 30;

/** Whose sessions: one person's, or everybody's by name. */
export type SessionScope = { userId: string } | { search: string | undefined };

/**
 * One page of the live sessions (neither past their end nor idle too long), the latest seen first. The id is the hash
 * of the token, so showing it opens nothing.
 */
export async function readSessions({ tx, clock }: Pick<Deps, "tx" | "clock">, scope: SessionScope, page: number) {
  const where = { AND: [liveOn(clock.now()), scopeWhere(scope)] };
  const [rows, total] = await Promise.all([
    tx.session.findMany({
      where,
      select: {
        id: true,
        createdAt: true,
        lastSeenAt: true,
        address: true,
        userAgent: true,
        user: { select: { loginName: true, displayName: true } },
      },
      orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * sessionsPerPage,
      take: sessionsPerPage,
    }),
    tx.session.count({ where }),
  ]);
  return {
    sessions: rows.map(({ user, ...row }) => ({ ...row, ...user })),
    total,
    pages: Math.ceil(total / sessionsPerPage),
  };
}

function liveOn(now: Date): Prisma.SessionWhereInput {
  return {
    expiresAt: { gt: now },
    lastSeenAt: { gt: new Date(now.getTime() - sessionLimits.idleMs) },
    user: { disabledAt: null },
  };
}

function scopeWhere(scope: SessionScope): Prisma.SessionWhereInput {
  if ("userId" in scope) return { userId: scope.userId };
  const { search } = scope;
  return search
    ? { user: { OR: [{ loginName: { contains: search.toLowerCase() } }, { displayName: { contains: search } }] } }
    : {};
}
