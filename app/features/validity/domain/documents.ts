import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { isSameOffice, type Office } from "./office";

/** A document with the items that follow its validity and the offices that can say. */
export type OfficeDocument = {
  id: string;
  document: PolicyItem["document"];
  items: readonly PolicyItem[];
  /** those of its items that have no validity of their own */
  followers: readonly string[];
  offices: readonly Office[];
  /** the office of an item */
  officeOf: (itemId: string) => Office | undefined;
};

/** All documents of the catalogue, in its order. A document belongs to the offices that have its items: lead department and place. */
export function documentsOf({ registry, items }: PublishedCatalogue): OfficeDocument[] {
  const officeOf = new Map<string, Office>();
  const found = new Map<string, { document: PolicyItem["document"]; items: PolicyItem[]; offices: Office[] }>();
  for (const { item, redemption } of items) {
    const id = registry.documentIdOf(item.id);
    const own = found.get(id) ?? { document: item.document, items: [], offices: [] };
    const office = { departmentId: redemption.leadDepartmentId, regionCode: item.region };
    own.items.push(item);
    officeOf.set(item.id, office);
    if (!own.offices.some((each) => isSameOffice(each, office))) own.offices.push(office);
    found.set(id, own);
  }
  return [...found].map(([id, own]) => ({
    id,
    ...own,
    officeOf: (itemId) => officeOf.get(itemId),
    followers: own.items.filter(({ validity }) => validity === undefined).map((item) => item.id),
  }));
}
