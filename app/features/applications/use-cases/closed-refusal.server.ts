import type { Closed } from "~/features/policies/domain/catalogue";
import { Refusal } from "~/kernel/refusal";

/** Why nothing can be handed in for an item, as a refusal (409). */
export function closedRefusal(closed: Closed): Refusal {
  return closed.reason === "ended"
    ? new Refusal("applications.ended", 409, { day: closed.day })
    : new Refusal(`applications.${closed.reason}`);
}
