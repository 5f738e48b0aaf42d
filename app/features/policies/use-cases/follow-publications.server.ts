import type { PrismaClient } from "~/generated/prisma/client";
import { currentVersionIds, readCurrentVersions } from "../adapters/policy.repository.server";
import { publishedCatalogue, type PublishedCatalogue } from "../domain/published-catalogue";

/**
 * The catalogue as it is in force now; the very same object while nothing has changed, so that what was compiled from it
 * stays. Every process asks, since each keeps the catalogue in memory.
 */
export async function followPublications(prisma: PrismaClient, known: PublishedCatalogue): Promise<PublishedCatalogue> {
  const current = await currentVersionIds(prisma);
  const stays = known.items.filter(({ item, versionId }) => current.get(item.id) === versionId);
  const changed = [...current]
    .filter(([id, versionId]) => known.byId.get(id)?.versionId !== versionId)
    .map(([id]) => id);
  if (changed.length === 0 && stays.length === known.items.length) return known;
  const fresh = new Map((await readCurrentVersions(prisma, changed)).map((each) => [each.item.id, each]));
  const documentIdOf = (id: string) => known.registry.documentIdOf(id);
  const inPlace = known.items.flatMap((each) => {
    const next = fresh.get(each.item.id);
    fresh.delete(each.item.id);
    if (next) return [next];
    return current.has(each.item.id) ? [{ ...each, documentId: documentIdOf(each.item.id) }] : [];
  });
  return publishedCatalogue(known.registry, [...inPlace, ...fresh.values()]);
}
