import type { UserActor } from "~/features/identity/domain/actor";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { percentOf } from "~/features/monitoring/domain/figures";
import type { Deps } from "~/platform/context.server";
import { listEnvelopes, unfundedByItem } from "../adapters/envelope.repository.server";
import { availableOf } from "../domain/envelope-balance";

/** Envelopes of a year with what is left, the documents of the own place that money can be granted for, and the counties that may share. */
export async function readBudgets(
  deps: Pick<Deps, "tx" | "catalogue"> & { actor: UserActor },
  year: number,
  language: "zh" | "en" = "zh",
) {
  const { registry, items } = deps.catalogue;
  const chain = regionChain(registry.regions, deps.actor.regionCode ?? "000000");
  const documents = new Map(
    items
      .filter(({ item }) => isForRegion(item, chain))
      .map(({ item }) => [registry.documentIdOf(item.id), item.document.title]),
  );
  const envelopes = await listEnvelopes(deps.tx, year);
  return {
    waiting: await waitingByDocument(deps, year),
    envelopes: envelopes.map((envelope) => ({
      ...envelope,
      availableFen: availableOf(envelope),
      usePercent: percentOf(envelope.disbursedFen, envelope.grantedFen),
    })),
    documents: [...documents].map(([value, label]) => ({ value, label })),
    counties: [...registry.regions.values()]
      .filter(({ parent }) => parent === deps.actor.regionCode)
      .map((region) => ({ value: region.code, label: region[language] })),
  };
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
