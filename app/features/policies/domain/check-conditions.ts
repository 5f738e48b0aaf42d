import { isPlainDate } from "~/kernel/plain-date";
import type { Leaf, RelativeYear } from "./condition-schema";
import type { FactDefinition } from "./fact-definition";
import { never } from "./fact-bounds";
import { isRelativeYear } from "./relative-year";

export type CheckRegistry = {
  facts: ReadonlyMap<string, FactDefinition>;
  regionCodes: readonly string[];
  industryCodes: readonly string[];
};

const numeric = new Set(["yuan", "integer", "number", "percent", "year"]);
const ordering = new Set(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"]);

/** Why a leaf can't stand, or null. */
export function leafProblem(leaf: Leaf, registry: CheckRegistry): string | null {
  const fact = registry.facts.get(leaf.fact);
  if (!fact) return `unknown fact ${leaf.fact}`;
  if (fact.type === "list") return `${leaf.fact} is a list, which compares with nothing`;
  return operatorProblem(leaf, fact) ?? valueProblem(leaf, fact, registry);
}

function operatorProblem(leaf: Leaf, fact: FactDefinition): string | null {
  if (leaf.operator === "withinYears" && fact.type !== "date")
    return `withinYears needs a date, ${fact.name} is ${fact.type}`;
  if (leaf.operator === "startsWithAny" && !["code", "string"].includes(fact.type))
    return `startsWithAny needs a code, ${fact.name} is ${fact.type}`;
  if (ordering.has(leaf.operator) && !numeric.has(fact.type) && fact.type !== "date")
    return `${leaf.operator} needs an ordered fact, ${fact.name} is ${fact.type}`;
  if (fact.type === "year" && leaf.operator.startsWith("lessThan"))
    return `${leaf.operator} would be met by who never had ${fact.name} (year ${never}): ask for a span of years`;
  return null;
}

function valueProblem(leaf: Leaf, fact: FactDefinition, registry: CheckRegistry): string | null {
  if (leaf.operator === "withinYears")
    return Number.isInteger(leaf.value * 12) ? null : `${leaf.value} years are no whole months`;
  if (leaf.operator === "startsWithAny") return prefixProblem(leaf.value, fact, registry);
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  return values.map((value) => conditionValueProblem(value, fact)).find((problem) => problem !== null) ?? null;
}

function conditionValueProblem(value: string | number | boolean | RelativeYear, fact: FactDefinition): string | null {
  if (!isRelativeYear(value)) return scalarProblem(value, fact);
  return fact.type === "year" ? null : `${fact.name} is no year, so it has no relative one`;
}

/** Why a value can't belong to a fact, or null. */
export function scalarProblem(value: string | number | boolean, fact: FactDefinition): string | null {
  if (numeric.has(fact.type)) return numberProblem(value, fact);
  if (fact.type === "boolean")
    return typeof value === "boolean" ? null : `${fact.name} is true or false, not ${JSON.stringify(value)}`;
  if (typeof value !== "string") return `${fact.name} is text, not ${JSON.stringify(value)}`;
  if (fact.type === "date" && !isPlainDate(value)) return `${value} is not a day`;
  if (fact.type === "enum" && !fact.values?.some((member) => member.value === value))
    return `${value} is no value of ${fact.name}`;
  return null;
}

function numberProblem(value: string | number | boolean, fact: FactDefinition): string | null {
  if (typeof value !== "number") return `${fact.name} is a number, not ${JSON.stringify(value)}`;
  if (fact.min !== null && value < fact.min) return `${value} lies below the least ${fact.name} can be (${fact.min})`;
  if (fact.max !== null && value > fact.max) return `${value} lies above the most ${fact.name} can be (${fact.max})`;
  return null;
}

function prefixProblem(prefixes: readonly string[], fact: FactDefinition, registry: CheckRegistry): string | null {
  const known =
    fact.name === "region" ? registry.regionCodes : fact.name === "industry" ? registry.industryCodes : null;
  const stray = known && prefixes.find((prefix) => !known.some((code) => code.startsWith(prefix)));
  return stray ? `no ${fact.name} starts with ${stray}` : null;
}
