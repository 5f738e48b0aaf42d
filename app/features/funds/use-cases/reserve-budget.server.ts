import { actorId } from "~/features/identity/domain/actor";
import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { lockEnvelope, post } from "../adapters/envelope.repository.server";

export type Reservation = { applicationId: string; itemId: string; year: number; fen: Fen };

/**
 * Sets money aside for an approved application. The envelope's row stays locked until the end of the transaction, so
 * that parallel approvals queue and none overspends.
 * @returns whether there was enough
 */
export async function reserveBudget(deps: Deps, { applicationId, itemId, year, fen }: Reservation): Promise<boolean> {
  const documentId = deps.catalogue.registry.documentIdOf(itemId);
  const envelope = await lockEnvelope(deps.tx, documentId, itemId, year);
  if (!envelope || envelope.availableFen < fen) return false;
  await post(deps.tx, {
    envelopeId: envelope.id, movement: "reserve", fen, applicationId, actorId: actorId(deps.actor), at: deps.clock.now(), idempotencyKey: `reserve:${applicationId}`,
  });
  return true;
}
