import { recordAudit } from "~/features/identity/audited.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { endSession as closeSession, ownerOfSession } from "../adapters/session.repository.server";

/** Ends a session of the person, or with scope `all` of anybody. @throws Refusal `request.not-found` (404) */
export async function endSession(deps: Deps, scope: { userId: string } | "all", id: string): Promise<void> {
  const userId = await ownerOfSession(deps.tx, scope === "all" ? { id } : { id, userId: scope.userId });
  if (userId === null) throw new Refusal("request.not-found", 404);
  await closeSession(deps.tx, id);
  await recordAudit(deps, {
    action: "session.ended",
    subject: { type: "user", id: userId },
    after: { session: id.slice(0, 12) },
  });
}
