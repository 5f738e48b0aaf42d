import type { Catalogue } from "./catalogue";
import type { Level, PolicyItem } from "./policy-item";
import type { FactDefinition } from "./fact-definition";
import type { Glossary } from "./glossary";
import type { GroupList, OnceList } from "./once";
import type { RedemptionFile } from "./redemption-config";
import type { Synonyms } from "./synonyms";
import type { DemoPhone, Department, FactGroup, Industry, Region, Theme, Zone } from "./registries";

export type CatalogueParts = {
  documents: readonly { id: string; items: readonly PolicyItem[] }[];
  facts: readonly FactDefinition[];
  groups: readonly FactGroup[];
  departments: readonly Department[];
  regions: readonly Region[];
  zones: readonly Zone[];
  themes: readonly Theme[];
  industries: readonly Industry[];
  redemption: RedemptionFile;
  once: OnceList;
  /** what exclusive groups exclude */
  exclusiveGroups: GroupList;
  glossary: Glossary;
  demoPhones: readonly DemoPhone[];
  synonyms: Synonyms;
};

/** Indexes the checked parts. */
export function buildCatalogue(parts: CatalogueParts): Catalogue {
  const items = parts.documents.flatMap((document) => document.items);
  const documentOf = new Map(
    parts.documents.flatMap(({ id, items: own }) => own.map((item) => [item.id, id] as const)),
  );
  return {
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    facts: new Map(parts.facts.map((fact) => [fact.name, fact])),
    groups: parts.groups,
    departments: parts.departments,
    regions: new Map(parts.regions.map((region) => [region.code, region])),
    zones: parts.zones,
    themes: parts.themes,
    industries: new Map(parts.industries.map((industry) => [industry.code, industry])),
    redemption: parts.redemption,
    once: parts.once,
    exclusiveGroups: parts.exclusiveGroups,
    glossary: parts.glossary,
    demoPhones: parts.demoPhones,
    synonyms: parts.synonyms,
    documentIdOf: (itemId) => documentOf.get(itemId) ?? "",
    departmentIdOf: departmentLookup(parts.departments),
  };
}

/** Departments by name: the one of the asked level first, since municipalities and cities share names. */
export function departmentLookup(departments: readonly Department[]) {
  return (name: string, level: Level): string | null => {
    const named = departments.filter((department) => department.names.includes(name));
    return (named.find((department) => department.level === level) ?? named[0])?.id ?? null;
  };
}
