import { recordAudit } from "~/features/funds/audited.server";
import { actorId } from "~/access/actor";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isPosted, lockEnvelopes, post } from "../adapters/ledger.repository.server";
import { reducibleOf } from "../domain/envelope-balance";

/**
 * Takes money back out of an envelope or the pool: a counter-entry to what was granted. What is reserved, committed or paid
 * stays covered, and what was carried over from another year is no grant of this one. The same key reduces once.
 * @throws Refusal `request.not-found` (404), `funds.order-over` (422) for more than is available of what was granted
 */
export async function reduceBudget(
  deps: Deps,
  {
    envelopeId,
    fen,
    reason,
    idempotencyKey,
  }: { envelopeId: string; fen: Fen; reason?: string; idempotencyKey: string },
): Promise<void> {
  const [seen] = await lockEnvelopes(deps.tx, [envelopeId]);
  if (!seen) throw new Refusal("request.not-found", 404);
  const key = `reduce:${idempotencyKey}`;
  if (await isPosted(deps.tx, key)) return;
  if (fen <= 0n || fen > reducibleOf(seen)) throw new Refusal("funds.order-over", 422);
  await post(deps.tx, {
    id: deps.random.uuid(),
    kind: "reduce",
    lines: [{ envelopeId, movement: "reduce", fen }],
    reason,
    actorId: actorId(deps.actor),
    at: deps.clock.now(),
    idempotencyKey: key,
  });
  await recordAudit(deps, {
    action: "budget.reduced",
    subject: { type: "envelope", id: envelopeId },
    after: { fen: fen.toString(), year: seen.year },
  });
}
