import type { MatchCause } from "~/features/policies/domain/match-cause";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { markStale } from "../adapters/wide.repository.server";
import { itemsHangingOn } from "./compare-facts.server";

/** Has firms in bulk matched anew by the items that hang on these facts. */
export async function rematchFirms(
  deps: Deps,
  enterpriseIds: readonly string[],
  facts: readonly string[],
  reason: MatchCause,
): Promise<void> {
  await markStale(deps.tx, enterpriseIds);
  const itemIds = itemsHangingOn(deps, facts);
  if (itemIds.length > 0) await enqueue(deps, { topic: "rematch-items", payload: { itemIds, reason } });
}
