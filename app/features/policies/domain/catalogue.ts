import type { Level, PolicyItem } from "./policy-item";
import type { FactDefinition } from "./fact-definition";
import type { Glossary } from "./glossary";
import type { GroupList, OnceList } from "./once";
import type { RedemptionFile } from "./redemption-config";
import type { Synonyms } from "./synonyms";
import type { DemoPhone, Department, FactGroup, Industry, Region, Theme, Zone } from "./registries";

/** Everything below `rules/`, checked and indexed. */
export type Catalogue = {
  items: readonly PolicyItem[];
  byId: ReadonlyMap<string, PolicyItem>;
  facts: ReadonlyMap<string, FactDefinition>;
  groups: readonly FactGroup[];
  departments: readonly Department[];
  regions: ReadonlyMap<string, Region>;
  zones: readonly Zone[];
  themes: readonly Theme[];
  industries: ReadonlyMap<string, Industry>;
  redemption: RedemptionFile;
  /** how often each item is had */
  once: OnceList;
  /** what exclusive groups exclude */
  exclusiveGroups: GroupList;
  /** the words of the catalogue in two languages */
  glossary: Glossary;
  /** fictitious phones of the demonstration zone */
  demoPhones: readonly DemoPhone[];
  /** words of texts for facts, their values and industries */
  synonyms: Synonyms;
  /** id of the file an item comes from */
  documentIdOf(itemId: string): string;
  departmentIdOf(name: string, level: Level): string | null;
};

/**
 * A place and everything above it: county, city, province, nation; for an abolished place its successor's too. Unknown codes
 * give only the nation.
 */
export function regionChain(regions: Catalogue["regions"], code: string): string[] {
  const region = regions.get(code);
  if (!region) return ["000000"];
  const above = region.parent === null ? [] : regionChain(regions, region.parent);
  const after = region.successor === undefined ? [] : regionChain(regions, region.successor);
  return [...new Set([code, ...after, ...above])];
}

/** The name of a place; an abolished one with the place that took it over. */
export function regionName(regions: Catalogue["regions"], code: string, language: "zh" | "en"): string | null {
  const region = regions.get(code);
  if (!region) return null;
  const successor = regions.get(region.successor ?? "");
  if (!successor) return region[language];
  return language === "zh"
    ? `${region.zh}（已撤销，现${successor.zh}）`
    : `${region.en} (abolished, now ${successor.en})`;
}

/** Whether an item is meant for firms of a place: its own region is the place or lies above it. */
export function isForRegion(item: Pick<PolicyItem, "region">, chain: readonly string[]): boolean {
  return chain.includes(item.region);
}

const placesByRegion = new WeakMap<Catalogue["regions"], Map<string, readonly string[]>>();

/** The places whose firms an item of a region is meant for: `isForRegion` for every place there is, found once for each region. */
export function placesOf(regions: Catalogue["regions"], region: string): readonly string[] {
  const known = placesByRegion.get(regions) ?? new Map<string, readonly string[]>();
  placesByRegion.set(regions, known);
  const places =
    known.get(region) ?? [...regions.keys()].filter((code) => isForRegion({ region }, regionChain(regions, code)));
  known.set(region, places);
  return places;
}
