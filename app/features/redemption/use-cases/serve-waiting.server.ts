import type { Actor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { perform, type Performing } from "~/platform/transact.server";
import { budgetsOf } from "~/features/funds/use-cases/budgets-of.server";
import { reserveBudget } from "~/features/funds/use-cases/reserve-budget.server";
import { readItem } from "~/features/policies/domain/stored-item";
import { firstWaiting } from "../adapters/waiting-case.repository.server";
import { firstPart } from "../domain/instalment";
import { advanceCase } from "./advance-case.server";
import { holdCase } from "./hold-case.server";

/** Reserves for the cases that wait for a document's budget, the earliest decision first, as far as the money goes. */
export async function serveWaiting(deps: Deps, documentId: string, year: number): Promise<number> {
  let served = 0;
  while (await serveNext(deps, documentId, year)) served += 1;
  return served;
}

/**
 * Serves who waits for money that has become free in these envelopes. Each case has a transaction of its own, so that no
 * envelope is held while a case is locked; doing it again serves nobody twice.
 */
export async function serveFreed(process: Performing, worker: Actor, envelopeIds: readonly string[]): Promise<number> {
  let served = 0;
  for (const { documentId, year } of await budgetsOf({ tx: process.prisma }, envelopeIds)) {
    while (await perform(process, worker, (deps) => serveNext(deps, documentId, year))) served += 1;
  }
  return served;
}

/** Reserves for the case that has waited longest; false where none waits or the money does not reach for it. */
async function serveNext(deps: Deps, documentId: string, year: number): Promise<boolean> {
  const next = await holdFirst(deps, documentId, year);
  if (!next) return false;
  const { id, itemId, approvedFen, enterprise, itemVersion } = next;
  const enough = await reserveBudget(deps, {
    applicationId: id,
    itemId,
    year,
    fen: firstPart(readItem(itemVersion.content), approvedFen ?? 0n),
    firmRegion: enterprise.regionCode,
  });
  if (enough)
    await advanceCase(deps, { where: { id }, event: { type: "BUDGET_RESERVED" }, idempotencyKey: `served:${id}` });
  return enough;
}

/** The case that has waited longest, locked: while the lock was awaited it may have been served, or withdrawn. */
async function holdFirst(deps: Deps, documentId: string, year: number) {
  const { registry, items } = deps.catalogue;
  const own = items.filter(({ item }) => registry.documentIdOf(item.id) === documentId).map(({ item }) => item.id);
  for (;;) {
    const first = await firstWaiting(deps.tx, own, year);
    if (!first) return null;
    await holdCase(deps, first.id, `served:${first.id}`);
    const next = await firstWaiting(deps.tx, own, year);
    if (next?.id === first.id) return next;
  }
}
