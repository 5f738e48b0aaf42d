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
  const after = moveDelivery(standingOf(row), event);
  if (!after) throw new Refusal("deliveries.moved", 409);
  return { row, to: after.state, askerId: after.askerId };
}

/** A stored delivery as its machine knows it. */
export function standingOf({ state, createdById, backAskedById }: DeliveryRow) {
  return { state: state as DeliveryState, makerId: createdById, askerId: backAskedById };
}
