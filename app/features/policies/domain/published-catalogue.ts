import type { Catalogue } from "./catalogue";
import type { PolicyItem } from "./policy-item";
import type { RedemptionConfig } from "./redemption-config";

/** An item as published: immutable, named by version and content hash. */
export type PublishedItem = {
  versionId: string;
  number: number;
  contentHash: string;
  item: PolicyItem;
  redemption: RedemptionConfig;
};

/** The items in their current published version, with the registries they are written against. */
export type PublishedCatalogue = {
  registry: Catalogue;
  items: readonly PublishedItem[];
  byId: ReadonlyMap<string, PublishedItem>;
};

/** Puts published items beside the registries; `registry.items` are then the items in force, wherever they came from. */
export function publishedCatalogue(
  registry: Catalogue,
  published: readonly (PublishedItem & { documentId: string })[],
): PublishedCatalogue {
  const documentOf = new Map(published.map(({ item, documentId }) => [item.id, documentId]));
  const items = published.map(({ versionId, number, contentHash, item, redemption }): PublishedItem => ({
    versionId,
    number,
    contentHash,
    item,
    redemption,
  }));
  return {
    registry: {
      ...registry,
      items: items.map(({ item }) => item),
      byId: new Map(items.map(({ item }) => [item.id, item])),
      documentIdOf: (itemId) => documentOf.get(itemId) ?? registry.documentIdOf(itemId),
    },
    items,
    byId: new Map(items.map((each) => [each.item.id, each])),
  };
}
