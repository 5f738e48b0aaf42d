import { departmentLookup, type CatalogueParts } from "./build-catalogue";
import { checkItem, type ItemRegistry, type Problem } from "./check-item";

/** A problem with the id of the document it stands in; null where it is of a registry. */
export type CatalogueProblem = Problem & { documentId: string | null };

/** All problems of the catalogue beyond the shape of its files. */
export function checkCatalogue(parts: CatalogueParts): CatalogueProblem[] {
  const registry = registryOf(parts);
  const inItems = parts.documents.flatMap((document) =>
    document.items.flatMap((item) =>
      checkItem(item, registry).map(({ path, reason }) => ({ documentId: document.id, path: `${item.id}: ${path}`, reason })),
    ),
  );
  return [...inItems, ...repeats(parts), ...sharedCaps(parts), ...overrides(parts)];
}

function registryOf(parts: CatalogueParts): ItemRegistry {
  return {
    facts: new Map(parts.facts.map((fact) => [fact.name, fact])),
    regionCodes: parts.regions.map((region) => region.code),
    industryCodes: parts.industries.map((industry) => industry.code),
    themes: parts.themes.map((theme) => theme.zh),
    departmentIdOf: departmentLookup(parts.departments),
  };
}

function repeats(parts: CatalogueParts): CatalogueProblem[] {
  const ids = (list: readonly string[], documentId: string | null, path: string) =>
    list.filter((id, index) => list.indexOf(id) !== index).map((id) => ({ documentId, path, reason: `${id} stands twice` }));
  const items = parts.documents.flatMap((document) => document.items.map((item) => ({ id: item.id, documentId: document.id })));
  const seen = new Set<string>();
  const twice = items.filter(({ id }) => seen.has(id) || !seen.add(id));
  return [
    ...twice.map(({ id, documentId }) => ({ documentId, path: "items", reason: `${id} stands twice` })),
    ...ids(parts.documents.map((document) => document.id), null, "documents"),
    ...ids(parts.facts.map((fact) => fact.name), null, "facts"),
    ...ids(parts.departments.map((department) => department.id), null, "departments"),
  ];
}

function sharedCaps(parts: CatalogueParts): CatalogueProblem[] {
  const caps = new Map<string, number>();
  return parts.documents.flatMap((document) =>
    document.items.flatMap((item) => {
      const shared = item.amount.sharedCap;
      if (!shared) return [];
      const known = caps.get(shared.group) ?? shared.yuan;
      caps.set(shared.group, known);
      if (known === shared.yuan) return [];
      return [{ documentId: document.id, path: `${item.id}: amount.sharedCap`, reason: `group ${shared.group} has ${known} elsewhere` }];
    }),
  );
}

function overrides(parts: CatalogueParts): CatalogueProblem[] {
  const documents = new Set(parts.documents.map((document) => document.id));
  const departments = new Set(parts.departments.map((department) => department.id));
  return parts.redemption.overrides.flatMap((each, index) => {
    const strangers = [
      ...(documents.has(each.document) ? [] : [`unknown document ${each.document}`]),
      ...(each.coDepartments ?? []).filter((id) => !departments.has(id)).map((id) => `unknown department ${id}`),
    ];
    return strangers.map((reason) => ({ documentId: null, path: `redemption.overrides[${index}]`, reason }));
  });
}
