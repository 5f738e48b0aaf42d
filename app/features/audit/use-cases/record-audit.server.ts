import { actorId, actorRole } from "~/access/actor";
import type { Prisma } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";
import { atEnd } from "~/platform/at-end.server";
import { eventInsertion } from "../adapters/audit.repository.server";
import { streamOf } from "../domain/chain";
import { requirePayload, type AuditAction, type AuditPayload } from "../domain/payloads";

export type AuditEntry<A extends AuditAction = AuditAction> = {
  action: A;
  subject: { type: string; id: string };
  enterpriseId?: string;
} & AuditPayload<A>;
type Payload = { before?: Prisma.InputJsonValue; after?: Prisma.InputJsonValue; versions?: Prisma.InputJsonValue };

/**
 * Writes who did what to what, in the transaction of the deed itself. Inside a use case the rows are written when its work
 * is done and in the order of their chains: the ends of chains are locked for a moment only, and never crosswise.
 * @throws RangeError for an action or a payload that `auditPayloads` does not know: the deed is undone with it
 */
export async function recordAudit<A extends AuditAction>(
  deps: Pick<Deps, "tx" | "clock" | "actor">,
  entry: AuditEntry<A>,
): Promise<void> {
  const { actor } = deps;
  const { action, subject, enterpriseId, ...payload } = entry;
  requirePayload(action, payload);
  const { before, after, versions } = payload as Payload;
  const row = {
    at: deps.clock.now(),
    actorId: actorId(actor),
    actorRole: actorRole(actor),
    departmentId: actor.kind === "user" ? actor.departmentId : null,
    address: actor.kind === "user" ? actor.address : null,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    enterpriseId: enterpriseId ?? null,
    before,
    after,
    versions,
  };
  await atEnd(deps.tx, "audit", { order: streamOf(row), row }, (waiting) =>
    eventInsertion(waiting.map((each) => each.row)),
  );
}
