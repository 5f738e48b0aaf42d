import { amountOf } from "~/features/matching/domain/amount/amount";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import { regionChain, type Catalogue } from "~/features/policies/domain/catalogue";
import { isOffered as isOpen } from "~/features/policies/domain/offer";
import { isListed } from "~/features/policies/domain/listed";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { withSettled } from "~/features/policies/domain/concern";
import { leafOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import type { PublishedCatalogue, PublishedItem } from "~/features/policies/domain/published-catalogue";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { addDays, type PlainDate } from "~/kernel/plain-date";

/** An item, a firm that is due to it, and a day it can be applied for. `facts` are all it has to state. */
export type Suitable = {
  published: PublishedItem;
  regionCode: string;
  industryCode: string;
  facts: Facts;
  day: PlainDate;
};

/** Items of several that a made-up firm can be given facts for, one after the other. */
export function* suitableFirms(catalogue: PublishedCatalogue, itemIds: readonly string[]): Iterable<Suitable> {
  for (const id of itemIds) {
    const published = catalogue.byId.get(id);
    const found = published && suits(catalogue.registry, published);
    if (found) yield found;
  }
}

function suits(registry: Catalogue, published: PublishedItem): Suitable | null {
  const { item } = published;
  const day = openDay(item);
  if (!day) return null;
  const wished: Record<string, FactValue> = {};
  wish(item.conditions, wished, day);
  const regionCode = placeOf(registry, item, typeof wished["region"] === "string" ? wished["region"] : item.region);
  const industryCode = typeof wished["industry"] === "string" ? wished["industry"] : "C3421";
  if (!regionCode) return null;
  const base = { region: regionCode, industry: industryCode };
  for (const fact of factsOfItem(item))
    if (wished[fact] === undefined && !(fact in base)) wished[fact] = plain(registry, fact);
  const { region: _region, industry: _industry, ...facts } = wished;
  const all = { ...facts, ...base };
  const fits =
    published.redemption.workflow === "applyFree"
      ? isListable(registry, published, { ...base, legalForm: "company" }, day)
      : evaluateCondition(item.conditions, all, day) === "eligible" && (amountOf(item, all, []).fen ?? 0n) > 0n;
  return fits ? { published, regionCode, industryCode, facts, day } : null;
}

/** Whether a department may list a firm of which no more than its kind is known. */
function isListable({ facts }: Catalogue, published: PublishedItem, kind: Facts, day: PlainDate): boolean {
  const { conditions } = published.item;
  return isListed(published) && evaluateCondition(conditions, withSettled(kind, facts, day), day) !== "ineligible";
}

/** A day of the first months on which the item is open, with time enough after it. */
function openDay(item: PolicyItem): PlainDate | null {
  for (let day = "2026-01-05"; day < "2026-09-01"; day = addDays(day, 7)) if (isOpen(item, day)) return day;
  return null;
}

/** A county, or a place without smaller ones, that lies within the item's region and begins as the conditions want. */
function placeOf({ regions }: Catalogue, item: PolicyItem, prefix: string): string | null {
  const parents = new Set([...regions.values()].map(({ parent }) => parent));
  const trimmed = prefix.replace(/(00)+$/, "");
  const fits = [...regions.keys()].filter(
    (code) => code.startsWith(trimmed) && regionChain(regions, code).includes(item.region),
  );
  return fits.find((code) => !parents.has(code)) ?? fits[0] ?? null;
}

function plain({ facts }: Catalogue, name: string): FactValue {
  const definition = facts.get(name);
  const byType: Partial<Record<FactDefinition["type"], FactValue>> = {
    boolean: false,
    date: "2026-01-05",
    string: "-",
    code: "-",
  };
  return definition?.values?.[0]?.value ?? (definition && byType[definition.type]) ?? 10_000_000;
}

function wish(condition: Condition, wished: Record<string, FactValue>, day: PlainDate): void {
  if ("all" in condition) for (const each of condition.all) wish(each, wished, day);
  else if ("any" in condition) wish(condition.any[0] as Condition, wished, day);
  else if ("fact" in condition) wished[condition.fact] = valueFor(leafOn(condition, day), wished[condition.fact], day);
}

function valueFor({ operator, value }: LiteralLeaf, known: FactValue | undefined, day: PlainDate): FactValue {
  switch (operator) {
    case "equal":
      return value;
    case "notEqual":
      return typeof value === "boolean" ? !value : (known ?? "-");
    case "contains":
      return [String(value)] as unknown as FactValue;
    case "in":
      return value[0] as FactValue;
    case "startsWithAny":
      return value[0] ?? "-";
    case "withinYears":
      return addDays(day, -30);
    case "greaterThan":
      return typeof value === "number" ? Math.max(value + 1, typeof known === "number" ? known : 0) : value;
    case "greaterThanInclusive":
      return typeof value === "number" ? Math.max(value, typeof known === "number" ? known : 0) : value;
    case "lessThan":
      return typeof value === "number" ? value - 1 : value;
    case "lessThanInclusive":
      return value;
    default:
      return known ?? "-";
  }
}
