import { actorId, actorRole } from "~/access/actor";
import type { Prisma } from "~/generated/prisma/client";
import type { Deps } from "~/platform/context.server";
import { atEnd } from "~/platform/at-end.server";
import { eventInsertion } from "../adapters/audit.repository.server";
import { streamOf } from "../domain/chain";
import { requirePayload, type Audited, type AuditPayload } from "../domain/payloads";

/** An action of a context with what it says; `entity.verb`, the verb in past tense: `bank-account.exported`, `session.refused`. */
export type AuditEntry<S extends Audited, A extends keyof S & string = keyof S & string> = {
  action: A;
  subject: { type: string; id: string };
  enterpriseId?: string;
} & AuditPayload<S, A>;
type Payload = { before?: Prisma.InputJsonValue; after?: Prisma.InputJsonValue; versions?: Prisma.InputJsonValue };
type Recording = Pick<Deps, "tx" | "clock" | "actor">;

/**
 * How a context writes who did what to what, in the transaction of the deed itself: what it gives takes the actions of this
 * context alone, with their payloads, and throws RangeError for another action or payload, which undoes the deed with it.
 */
export function recorderOf<S extends Audited>(audited: S) {
  return async <A extends keyof S & string>(deps: Recording, entry: AuditEntry<S, A>): Promise<void> => {
    const { action, subject, enterpriseId, ...payload } = entry;
    requirePayload(audited, action, payload);
    await write(deps, { action, subject, enterpriseId }, payload);
  };
}

/**
 * The rows are written when the work is done and in the order of their chains: the ends of chains are locked for a
 * moment only, and never crosswise.
 */
async function write(
  deps: Recording,
  { action, subject, enterpriseId }: Pick<AuditEntry<Audited>, "action" | "subject" | "enterpriseId">,
  payload: object,
): Promise<void> {
  const { actor } = deps;
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
