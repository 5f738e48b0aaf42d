import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { loadCatalogueFiles } from "../adapters/catalogue-files.server";
import { documentFile } from "./document-file";
import type { PolicyItem } from "./policy-item";
import type { PublishedCatalogue, PublishedItem } from "./published-catalogue";

/** What a database gives back: keys in another order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, reordered(each)]),
  );
};

it("writes every document of the catalogue as its file stands", () => {
  const registry = loadCatalogueFiles("rules");
  const items = registry.items.map((item) => ({ item: reordered(item) as PolicyItem }) as PublishedItem);
  const catalogue: PublishedCatalogue = { registry, items, byId: new Map(items.map((each) => [each.item.id, each])) };
  const documents = new Set(registry.items.map(({ id }) => registry.documentIdOf(id)));
  expect(documents.size).toBe(306);
  for (const id of documents) {
    const file = documentFile(catalogue, id);
    expect(file?.text).toBe(readFileSync(path.join("rules", file?.name ?? ""), "utf8"));
  }
  expect(documentFile(catalogue, "no-such")).toBeNull();
});
