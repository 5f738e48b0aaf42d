import { actorId, actorRole } from "~/features/identity/domain/actor";
import type { Prisma } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";
import { atEnd } from "~/platform/at-end.server";
import { addEvents } from "../adapters/audit.repository.server";
import { streamOf } from "../domain/chain";

export type AuditEntry = {
  /** past tense, `entity.verb`: `application.submitted`, `bank-account.viewed`, `session.refused` */
  action: string;
  subject: { type: string; id: string };
  enterpriseId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  /** of case, item and machine, where there are such */
  versions?: Prisma.InputJsonValue;
};

/**
 * Writes who did what to what, in the transaction of the deed itself. Inside a use case the rows are written when its work
 * is done and in the order of their chains: the ends of chains are locked for a moment only, and never crosswise.
 */
export async function recordAudit(deps: Pick<Deps, "tx" | "clock" | "actor">, entry: AuditEntry): Promise<void> {
  const { actor } = deps;
  const row = {
    at: deps.clock.now(),
    actorId: actorId(actor),
    actorRole: actorRole(actor),
    departmentId: actor.kind === "user" ? actor.departmentId : null,
    address: actor.kind === "user" ? actor.address : null,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    enterpriseId: entry.enterpriseId ?? null,
    before: entry.before,
    after: entry.after,
    versions: entry.versions,
  };
  await atEnd(deps.tx, "audit", { order: streamOf(row), row }, (waiting) => addEvents(deps.tx, waiting.map((each) => each.row)));
}
