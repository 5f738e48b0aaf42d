import type { Deps } from "~/platform/context.server";
import { findSessions, type SessionScope } from "../adapters/session.repository.server";
import { sessionLimits } from "../domain/session-limits";

export const sessionsPerPage = 30;

/**
 * One page of the live sessions (neither past their end nor idle too long), the latest seen first. The id is the hash
 * of the token, so showing it opens nothing.
 */
export async function readSessions({ tx, clock }: Pick<Deps, "tx" | "clock">, scope: SessionScope, page: number) {
  const now = clock.now();
  const seenSince = new Date(now.getTime() - sessionLimits.idleMs);
  const { rows, total } = await findSessions(
    tx,
    { now, seenSince, scope },
    { skip: (page - 1) * sessionsPerPage, take: sessionsPerPage },
  );
  return {
    sessions: rows.map(({ user, ...row }) => ({ ...row, ...user })),
    total,
    pages: Math.ceil(total / sessionsPerPage),
  };
}
