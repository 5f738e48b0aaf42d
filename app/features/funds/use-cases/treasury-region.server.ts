import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";

/** What a finance officer's use case receives. */
export type FinanceDeps = Deps & { actor: UserActor };

/** The region whose treasury a person works for. @throws Refusal `request.forbidden` (403) */
export function treasuryRegion(actor: UserActor): string {
  if (!actor.regionCode) throw new Refusal("request.forbidden", 403);
  return actor.regionCode;
}
