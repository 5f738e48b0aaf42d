import { actorId, type Actor } from "~/access/actor";
import type { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { transact } from "~/platform/db.server";
import { wasRefusedSince } from "../adapters/audit.repository.server";
import { isOnRecord, refusalQuietMs, type Asked } from "../domain/refusal-on-record";
import { recordAudit } from "~/features/audit/audited.server";

/**
 * Writes that somebody signed in, or the platform itself, was refused, in a transaction of its own, since the refused
 * one was rolled back. The row
 * stands in the chain of the person, or of the worker's step; an equal one of the last ten minutes is enough.
 */
export async function recordRefusal(
  { prisma, clock }: Pick<AppContext, "prisma" | "clock">,
  actor: Actor,
  { code, status }: Pick<Refusal, "code" | "status">,
  asked: Asked,
): Promise<void> {
  if (!isOnRecord({ status }, asked)) return;
  const { method, route, needed, key } = asked;
  const subject = { type: actor.kind === "user" ? "page" : "worker", id: key ?? route };
  await transact(prisma, async (tx) => {
    const since = new Date(clock.now().getTime() - refusalQuietMs);
    if (await wasRefusedSince(tx, { actorId: actorId(actor), subjectId: subject.id, code, method, route }, since))
      return;
    await recordAudit(
      { tx, clock, actor },
      { action: "access.refused", subject, after: { code, status, method, route, needed } },
    );
  });
}
