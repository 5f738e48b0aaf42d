import { actorId, actorRole } from "~/features/identity/domain/actor";
import type { Prisma } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";

export type AuditEntry = {
  /** past tense, `entity.verb`: `application.submitted`, `bank-account.viewed`, `session.refused` */
  action: string;
  subject: { type: string; id: string };
  enterpriseId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** Writes who did what to what, in the transaction of the deed itself. */
export async function recordAudit(deps: Pick<Deps, "tx" | "clock" | "actor">, entry: AuditEntry): Promise<void> {
  const { actor } = deps;
  await deps.tx.auditEvent.create({
    data: {
      at: deps.clock.now(),
      actorId: actorId(actor),
      actorRole: actorRole(actor),
      departmentId: actor.kind === "user" ? actor.departmentId : null,
      address: actor.kind === "user" ? actor.address : null,
      action: entry.action,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      enterpriseId: entry.enterpriseId,
      before: entry.before,
      after: entry.after,
    },
  });
}
