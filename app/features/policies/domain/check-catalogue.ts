import { departmentLookup, type CatalogueParts } from "./build-catalogue";
import { checkItem, type ItemRegistry, type Problem } from "./check-item";
import { checkRegistries } from "./check-registries";
import { disagreements } from "./shared-terms";

/** A problem with its source: the id of a document, or the file of a registry below `rules/` without the ending. */
export type CatalogueProblem = Problem & { source: string };

/** All problems of the catalogue beyond the shape of its files. */
export function checkCatalogue(parts: CatalogueParts): CatalogueProblem[] {
  const registry = registryOf(parts);
  const inItems = parts.documents.flatMap((document) =>
    document.items.flatMap((item) =>
      checkItem(item, registry).map(({ path, reason }) => ({
        source: document.id,
        path: `${item.id}: ${path}`,
        reason,
      })),
    ),
  );
  return [...inItems, ...misplaced(parts), ...repeats(parts), ...disagreeing(parts), ...checkRegistries(parts)];
}

/** An item stands at the level of its place; a county's may be of a zone that belongs to a whole city. */
function misplaced({ documents, regions }: CatalogueParts): CatalogueProblem[] {
  const levelOf = new Map(regions.map(({ code, level }) => [code, level]));
  return documents.flatMap(({ id, items }) =>
    items.flatMap((item) => {
      const level = levelOf.get(item.region);
      const fits = level === undefined || level === item.level || (level === "city" && item.level === "county");
      const reason = `a ${item.level} item of ${item.region}, which is a ${level}`;
      return fits ? [] : [{ source: id, path: `${item.id}: level`, reason }];
    }),
  );
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
  const seen = new Set<string>();
  const again = (id: string) => seen.has(id) || !seen.add(id);
  return parts.documents.flatMap((document) => [
    ...(again(`document ${document.id}`)
      ? [{ source: document.id, path: "id", reason: `${document.id} stands twice` }]
      : []),
    ...document.items
      .filter((item) => again(item.id))
      .map(({ id }) => ({ source: document.id, path: id, reason: `${id} stands twice` })),
  ]);
}

function disagreeing({ documents }: CatalogueParts): CatalogueProblem[] {
  const sourceOf = new Map(documents.flatMap(({ id, items }) => items.map((item) => [item.id, id] as const)));
  return disagreements(documents.flatMap(({ items }) => items)).map(({ itemId, path, group, other }) => ({
    source: sourceOf.get(itemId) ?? "",
    path: `${itemId}: ${path.replace("/", ".")}`,
    reason: `${other} says another thing of group ${group}`,
  }));
}
