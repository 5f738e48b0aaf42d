import type { Closed } from "~/features/policies/domain/offer";
import { Refusal } from "~/kernel/refusal";

/** Why nothing can be handed in for an item, as a refusal (409). */
export function closedRefusal(closed: Closed): Refusal {
  switch (closed.reason) {
    case "ended":
      return new Refusal("applications.ended", 409, { day: closed.day });
    case "claimsShut":
      return new Refusal("applications.claims-shut", 409, { day: closed.day, year: closed.year });
    default:
      return new Refusal(`applications.${closed.reason}`);
  }
}
