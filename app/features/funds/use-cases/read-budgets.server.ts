import type { UserActor } from "~/features/identity/domain/actor";
import { percentOf } from "~/features/monitoring/domain/figures";
import type { Deps } from "~/platform/context.server";
import { countySharedDocuments, listEnvelopes, unfundedByItem } from "../adapters/envelope.repository.server";
import { availableOf } from "../domain/envelope-balance";
import { totalsOf, type Totals } from "../domain/totals";

/**
 * Envelopes of a year with what is left, and the documents that the own treasury may grant money for: its own level's, and
 * those of its city that counties share.
 */
export async function readBudgets(deps: Pick<Deps, "tx" | "catalogue"> & { actor: UserActor }, year: number) {
  const { registry, items } = deps.catalogue;
  const region = deps.actor.regionCode ?? "000000";
  const parent = registry.regions.get(region)?.parent ?? "";
  const shared = await countySharedDocuments(deps.tx, year);
  const documents = new Map(
    items
      .filter(
        ({ item }) => item.region === region || (item.region === parent && shared.has(registry.documentIdOf(item.id))),
      )
      .map(({ item }) => [registry.documentIdOf(item.id), item.document.title]),
  );
  const all = await listEnvelopes(deps.tx, year);
  const envelopes = all.filter(({ regionCode }) => maySeeEnvelope(deps, regionCode));
  return {
    waiting: await waitingByDocument(deps, year),
    envelopes: envelopes.map((envelope) => ({
      ...envelope,
      availableFen: availableOf(envelope),
      totals: totalsOf([envelope]),
      usePercent: useOf(totalsOf([envelope])),
    })),
    totals: totalsOf(envelopes),
    usePercent: useOf(totalsOf(envelopes)),
    documents: [...documents].map(([value, label]) => ({ value, label })),
  };
}

/** A treasury sees its own envelopes and those of its counties; who watches over all money sees all. */
export function maySeeEnvelope(
  { catalogue, actor }: Pick<Deps, "catalogue"> & { actor: UserActor },
  regionCode: string,
): boolean {
  if (!actor.permissions.has("manage:budget:all")) return true;
  return regionCode === actor.regionCode || catalogue.registry.regions.get(regionCode)?.parent === actor.regionCode;
}

function useOf({ disbursedFen, grantedFen }: Totals): number {
  return percentOf(disbursedFen, grantedFen);
}

/** Documents whose budget of the year leaves approved cases waiting. */
async function waitingByDocument(
  { tx, catalogue }: Pick<Deps, "tx" | "catalogue">,
  year: number,
): Promise<{ id: string; document: string; count: number; fen: bigint }[]> {
  const sums = new Map<string, { id: string; document: string; count: number; fen: bigint }>();
  for (const { itemId, count, fen } of await unfundedByItem(tx, year)) {
    const id = catalogue.registry.documentIdOf(itemId);
    const known = sums.get(id) ?? {
      id,
      document: catalogue.byId.get(itemId)?.item.document.title ?? id,
      count: 0,
      fen: 0n,
    };
    sums.set(id, { ...known, count: known.count + count, fen: known.fen + fen });
  }
  return [...sums.values()];
}
