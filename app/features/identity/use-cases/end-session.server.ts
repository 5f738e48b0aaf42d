import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";

/** Ends a session of the person, or with scope `all` of anybody. @throws Refusal `request.not-found` (404) */
export async function endSession(deps: Deps, scope: { userId: string } | "all", id: string): Promise<void> {
  const session = await deps.tx.session.findFirst({
    where: scope === "all" ? { id } : { id, userId: scope.userId },
    select: { userId: true },
  });
  if (!session) throw new Refusal("request.not-found", 404);
  await deps.tx.session.deleteMany({ where: { id } });
  await recordAudit(deps, {
    action: "session.ended",
    subject: { type: "user", id: session.userId },
    after: { session: id.slice(0, 12) },
  });
}
