import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import type { Deps } from "~/platform/context.server";
import { waitingForBudget } from "../adapters/envelope.repository.server";
import { reserveBudget } from "./reserve-budget.server";

/** Reserves for the cases that wait for a document's budget, the earliest decision first, as far as the money goes. */
export async function serveWaiting(deps: Deps, documentId: string, year: number): Promise<number> {
  const { registry, items } = deps.catalogue;
  const own = items.filter(({ item }) => registry.documentIdOf(item.id) === documentId).map(({ item }) => item.id);
  let served = 0;
  for (const { id, itemId, approvedFen, enterprise } of await waitingForBudget(deps.tx, own, year)) {
    await holdCase(deps, id, `served:${id}`);
    const enough = await reserveBudget(deps, { applicationId: id, itemId, year, fen: approvedFen ?? 0n, firmRegion: enterprise.regionCode });
    if (!enough) break;
    await advanceCase(deps, { where: { id }, event: { type: "BUDGET_RESERVED" }, idempotencyKey: `served:${id}` });
    served += 1;
  }
  return served;
}
