import type { Catalogue } from "./catalogue";

export type Place = { code: string; zh: string; en: string; depth: number };

/** Places that exist, in the order of the map: a province, its cities, their counties. */
export function places({ regions }: Pick<Catalogue, "regions">): Place[] {
  const children = (parent: string | null, depth: number): Place[] =>
    [...regions.values()]
      .filter((region) => region.parent === parent && region.endedOn === undefined)
      .sort((a, b) => a.code.localeCompare(b.code))
      .flatMap(({ code, zh, en }) => [{ code, zh, en, depth }, ...children(code, depth + 1)]);
  return children(null, 0);
}
