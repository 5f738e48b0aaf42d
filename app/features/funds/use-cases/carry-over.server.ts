import { recordAudit } from "~/features/funds/audited.server";
import { actorId } from "~/access/actor";
import type { Fen } from "~/kernel/money";
import { shanghaiDay, yearOf } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { addEnvelope, findEnvelope } from "../adapters/envelope.repository.server";
import { isPosted, lockEnvelopes, post } from "../adapters/ledger.repository.server";

/**
 * Moves what is available in an envelope, or a part of it, to the same envelope of the next year; what is reserved or
 * committed stays and is
 * paid from the year it was promised in. The same key carries over once.
 * @returns what was carried over, in fen
 * @throws Refusal `request.not-found` (404), `funds.carry-early` (409) before the year it is for, `funds.carry-empty` (409),
 *   `funds.order-over` (422) for more than is available
 */
export async function carryOver(
  deps: Deps,
  { envelopeId, fen: asked, idempotencyKey }: { envelopeId: string; fen?: Fen; idempotencyKey: string },
): Promise<Fen> {
  const [seen] = await lockEnvelopes(deps.tx, [envelopeId]);
  if (seen?.kind !== "budget") throw new Refusal("request.not-found", 404);
  const now = deps.clock.now();
  if (seen.year > yearOf(shanghaiDay(now))) throw new Refusal("funds.carry-early");
  const key = `carry:${idempotencyKey}`;
  if (await isPosted(deps.tx, key)) return 0n;
  if (seen.availableFen <= 0n) throw new Refusal("funds.carry-empty");
  if (asked !== undefined && (asked <= 0n || asked > seen.availableFen)) throw new Refusal("funds.order-over", 422);
  const { documentId, itemId, level, regionCode, name } = seen;
  const year = seen.year + 1;
  const next =
    (await findEnvelope(deps.tx, { documentId, itemId, year, regionCode })) ??
    (await addEnvelope(deps.tx, { documentId, itemId, level, regionCode, name, year, createdAt: now }));
  const fen = asked ?? seen.availableFen;
  await post(deps.tx, {
    id: deps.random.uuid(),
    kind: "carry",
    lines: [
      { envelopeId, movement: "carryOut", fen },
      { envelopeId: next, movement: "carryIn", fen },
    ],
    actorId: actorId(deps.actor),
    at: now,
    idempotencyKey: key,
  });
  await enqueue(deps, { topic: "serve-waiting", payload: { envelopeIds: [next] } });
  await recordAudit(deps, {
    action: "budget.carried-over",
    subject: { type: "envelope", id: envelopeId },
    after: { fen: fen.toString(), year, to: next },
  });
  return fen;
}
