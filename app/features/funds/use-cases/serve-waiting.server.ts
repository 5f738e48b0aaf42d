import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import type { Deps } from "~/platform/context.server";
import { waitingForBudget } from "../adapters/envelope.repository.server";
import { reserveBudget } from "./reserve-budget.server";

/** Reserves for the cases that wait for a document's budget, the earliest decision first, as far as the money goes. */
export async function serveWaiting(deps: Deps, documentId: string, year: number): Promise<number> {
  const { registry, items } = deps.catalogue;
  const own = items.filter(({ item }) => registry.documentIdOf(item.id) === documentId).map(({ item }) => item.id);
  let served = 0;
  for (const { id, itemId, approvedFen } of await waitingForBudget(deps.tx, own, year)) {
    const enough = await reserveBudget(deps, { applicationId: id, itemId, year, fen: approvedFen ?? 0n });
    if (!enough) break;
    await advanceCase(deps, { where: { id }, event: { type: "BUDGET_RESERVED" }, idempotencyKey: `served:${id}` });
    served += 1;
  }
  return served;
}
