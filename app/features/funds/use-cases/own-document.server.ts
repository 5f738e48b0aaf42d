import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { Refusal } from "~/kernel/refusal";
import { findShares } from "../adapters/envelope.repository.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

/**
 * A document whose money the own treasury holds in a year: its own level's, or, for a county, one of its city that counties
 * share. Who bears which part is for the authority that issued it.
 * @throws Refusal `request.not-found` (404)
 */
export async function ownDocument(
  deps: Pick<FinanceDeps, "tx" | "catalogue" | "actor">,
  documentId: string,
  year: number,
  kind: "grant" | "share",
): Promise<{ title: string; countyCode: string | undefined }> {
  const region = treasuryRegion(deps.actor);
  const { registry } = deps.catalogue;
  const found = itemOf(deps.catalogue, documentId);
  if (!found) throw new Refusal("request.not-found", 404);
  if (found.region === region) return { title: found.document.title, countyCode: undefined };
  const isSharing =
    kind === "grant" &&
    registry.regions.get(region)?.parent === found.region &&
    (await findShares(deps.tx, documentId, year)).some(({ level }) => level === "county");
  if (!isSharing) throw new Refusal("request.not-found", 404);
  return { title: found.document.title, countyCode: region };
}

/** Region of the authority that issued a document; null for one that isn't published any more. */
export function issuerOf(catalogue: PublishedCatalogue, documentId: string): string | null {
  return itemOf(catalogue, documentId)?.region ?? null;
}

function itemOf({ registry, items }: PublishedCatalogue, documentId: string) {
  return items.find(({ item }) => registry.documentIdOf(item.id) === documentId)?.item;
}
