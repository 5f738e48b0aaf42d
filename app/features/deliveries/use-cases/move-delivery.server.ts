import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { lockDelivery, type DeliveryRow } from "../adapters/delivery.repository.server";
import { moveDelivery, type DeliveryEvent, type DeliveryState } from "../domain/delivery-machine";

/**
 * Locks a delivery and tells where an event leads it.
 * @throws Refusal `request.not-found` (404), `deliveries.moved` (409) where the event can't come now or not from this person
 */
export async function heldDelivery(
  { tx }: Pick<Deps, "tx">,
  id: string,
  event: DeliveryEvent,
  isOwn: (row: DeliveryRow) => boolean = () => true,
): Promise<{ row: DeliveryRow; to: DeliveryState; askerId: string | null }> {
  const row = isUuid(id) ? await lockDelivery(tx, id) : null;
  if (!row || !isOwn(row)) throw new Refusal("request.not-found", 404);
  const after = moveDelivery(asMoved(row), event);
  if (!after) throw new Refusal("deliveries.moved", 409);
  return { row, to: after.state, askerId: after.askerId };
}

/** Locks a delivery that the platform is at work on; null where that work is done already. */
export async function heldWork(
  deps: Pick<Deps, "tx">,
  id: string,
  event: Extract<DeliveryEvent, { type: "CHECKED" | "APPLIED" | "TAKEN_BACK" }>,
): Promise<{ row: DeliveryRow; to: DeliveryState } | null> {
  const row = await lockDelivery(deps.tx, id);
  const after = row && moveDelivery(asMoved(row), event);
  return after && { row, to: after.state };
}

/** A stored delivery as its machine knows it. */
export function asMoved({ state, createdById, backAskedById }: DeliveryRow) {
  return { state: state as DeliveryState, makerId: createdById, askerId: backAskedById };
}
