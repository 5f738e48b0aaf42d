import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { actorId } from "~/features/identity/domain/actor";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addEnvelope, findEnvelope, post } from "../adapters/envelope.repository.server";

export type Grant = { documentId: string; year: number; fen: Fen; idempotencyKey: string };

/**
 * Puts money into the envelope of a document and year; the first grant makes the envelope.
 * @throws Refusal `policies.not-found` (404), `funds.grant-wrong` (422)
 */
export async function grantBudget(deps: Deps, { documentId, year, fen, idempotencyKey }: Grant): Promise<void> {
  const item = deps.catalogue.items.find((each) => deps.catalogue.registry.documentIdOf(each.item.id) === documentId)?.item;
  if (!item) throw new Refusal("policies.not-found", 404);
  if (fen <= 0n) throw new Refusal("funds.grant-wrong", 422);
  const at = deps.clock.now();
  const known = await findEnvelope(deps.tx, documentId, year, item.region);
  const envelopeId = known ?? (await addEnvelope(deps.tx, { documentId, year, level: item.level, regionCode: item.region, name: item.document.title, createdAt: at }));
  await post(deps.tx, { envelopeId, movement: "grant", fen, actorId: actorId(deps.actor), at, idempotencyKey: `grant:${idempotencyKey}` });
  await recordAudit(deps, { action: "budget.granted", subject: { type: "envelope", id: envelopeId }, after: { fen: fen.toString(), year } });
}
