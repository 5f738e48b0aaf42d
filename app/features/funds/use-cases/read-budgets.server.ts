import type { UserActor } from "~/features/identity/domain/actor";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { percentOf } from "~/features/monitoring/domain/figures";
import type { Deps } from "~/platform/context.server";
import { listEnvelopes } from "../adapters/envelope.repository.server";
import { availableOf } from "../domain/envelope-balance";

/** Envelopes of a year with what is left, the documents of the own place that money can be granted for, and the counties that may share. */
export async function readBudgets(deps: Pick<Deps, "tx" | "catalogue"> & { actor: UserActor }, year: number) {
  const { registry, items } = deps.catalogue;
  const chain = regionChain(registry.regions, deps.actor.regionCode ?? "000000");
  const documents = new Map(items.filter(({ item }) => isForRegion(item, chain)).map(({ item }) => [registry.documentIdOf(item.id), item.document.title]));
  const envelopes = await listEnvelopes(deps.tx, year);
  return {
    envelopes: envelopes.map((envelope) => ({
      ...envelope,
      availableFen: availableOf(envelope),
      usePercent: percentOf(envelope.disbursedFen, envelope.grantedFen),
    })),
    documents: [...documents].map(([value, label]) => ({ value, label })),
    counties: [...registry.regions.values()].filter(({ parent }) => parent === deps.actor.regionCode).map(({ code, zh }) => ({ value: code, label: zh })),
  };
}
