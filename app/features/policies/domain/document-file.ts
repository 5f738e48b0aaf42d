import { policyItemSchema, type PolicyItem } from "./policy-item";
import type { PublishedCatalogue } from "./published-catalogue";

/**
 * The rules/ file of a document as the items in force say it, byte for byte as the files are written: what was published in
 * the workbench goes back into the files with it. Null for a document without items and for what is only a demonstration.
 */
export function documentFile(
  { registry, items }: PublishedCatalogue,
  documentId: string,
): { name: string; text: string } | null {
  const own = items
    .filter(({ item }) => registry.documentIdOf(item.id) === documentId)
    .map(({ item }) => inFileOrder(item));
  const [first] = own;
  if (!first || first.document.demo) return null;
  const content = {
    $schema: "../schema/document.schema.json",
    id: documentId,
    document: first.document,
    items: own.map(({ document: _, ...item }) => item),
  };
  return { name: `${first.region}/${documentId}.json`, text: `${JSON.stringify(content, null, 2)}\n` };
}

const bearers = ["central", "province", "city", "county"] as const;

/** An item with its keys in the order of the files. @throws ZodError for what is no item */
export function inFileOrder(item: PolicyItem): PolicyItem {
  const ordered = policyItemSchema.parse(item);
  const { costSharing } = ordered;
  return costSharing
    ? {
        ...ordered,
        costSharing: Object.fromEntries(
          bearers.flatMap((bearer) => (costSharing[bearer] === undefined ? [] : [[bearer, costSharing[bearer]]])),
        ),
      }
    : ordered;
}
