import type { UserActor } from "~/access/actor";
import { percentOf } from "~/kernel/percent";
import type { Deps } from "~/platform/context.server";
import { countySharedDocuments, listEnvelopes, unfundedByItem } from "../adapters/envelope.repository.server";
import { availableOf } from "../domain/envelope-balance";
import { totalsOf, type Totals } from "../domain/totals";

/**
 * Envelopes of a year with what is left, what waits for money of a document, and the documents that the own treasury may
 * grant money for: its own level's, and those of its city that counties share.
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
  const totals = totalsOf(envelopes);
  return {
    waiting: (await waitingByDocument(deps, year)).filter(
      ({ id, region: issuer }) => documents.has(id) || maySeeEnvelope(deps, issuer),
    ),
    envelopes: envelopes.map((envelope) => {
      const own = totalsOf([envelope]);
      return { ...envelope, availableFen: availableOf(envelope), totals: own, usePercent: useOf(own) };
    }),
    totals,
    usePercent: useOf(totals),
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

type Waiting = { id: string; document: string; region: string; count: number; fen: bigint };

/** Documents whose budget of the year leaves approved cases waiting. */
async function waitingByDocument({ tx, catalogue }: Pick<Deps, "tx" | "catalogue">, year: number): Promise<Waiting[]> {
  const sums = new Map<string, Waiting>();
  for (const { itemId, count, fen } of await unfundedByItem(tx, year)) {
    const id = catalogue.registry.documentIdOf(itemId);
    const item = catalogue.byId.get(itemId)?.item;
    const none = { id, document: item?.document.title ?? id, region: item?.region ?? "", count: 0, fen: 0n };
    const known = sums.get(id) ?? none;
    sums.set(id, { ...known, count: known.count + count, fen: known.fen + fen });
  }
  return [...sums.values()];
}
