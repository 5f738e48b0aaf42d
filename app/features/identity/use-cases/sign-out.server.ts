import { recordAudit } from "~/features/identity/audited.server";
import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { endSession } from "../adapters/session.repository.server";

/** Ends the session the request came with. */
export async function signOut(deps: Deps & { actor: UserActor }): Promise<void> {
  await endSession(deps.tx, deps.actor.sessionId);
  await recordAudit(deps, { action: "session.closed", subject: { type: "user", id: deps.actor.userId } });
}
