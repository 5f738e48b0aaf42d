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
