import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { FlatLeaf } from "./flat-leaf";
import { near } from "./flat-leaf";
import { type Wanted, dayStands, figureStands, isOpenRangeEnd } from "./plain-search";
import type { Registry, Score } from "./score";
import { words } from "./flat-leaf";

const compared = new Set([
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "equal",
  "withinYears",
  "not withinYears",
]);

type Leaves = { stored: readonly FlatLeaf[]; drafted: readonly FlatLeaf[]; text: string; facts: Registry };
export function scoreThresholds(score: Score, { stored, drafted, text, facts }: Leaves): void {
  for (const leaf of stored) {
    const fact = facts.get(leaf.fact);
    if (!fact || !isThreshold(leaf, fact)) continue;
    if (!thresholdStands(text, leaf, fact)) {
      score.notStated += 1;
      continue;
    }
    score.thresholds.asked += 1;
    const isRight = drafted.some(
      (each) => sameThreshold(each, leaf, facts) || isSameBound(each, leaf, { text, facts }),
    );
    if (isRight) score.thresholds.right += 1;
    else score.misses.push(`threshold ${words(leaf)}`);
  }
}

export function isThreshold({ operator, value }: FlatLeaf, { type }: FactDefinition): boolean {
  if (!compared.has(operator) || value === 0) return false;
  return ["yuan", "integer", "number", "percent", "year", "date"].includes(type);
}

function asOf({ type, unit }: FactDefinition): Wanted["as"] {
  return type === "yuan" || /^(?:美?元)/.test(unit ?? "") ? "yuan" : type === "percent" ? "percent" : "count";
}

export function thresholdStands(text: string, { operator, value }: FlatLeaf, fact: FactDefinition): boolean {
  if (operator.endsWith("withinYears")) return spanStands(text, Number(value));
  if (fact.type === "date" && typeof value === "string") return dayStands(text, value);
  if (typeof value === "object" && value !== null) return dayStands(text, value as { year: number });
  if (typeof value !== "number") return false;
  if (fact.type === "year") return text.includes(`${value}年`);
  if (fact.unit === "年" || fact.unit === "月") return spanStands(text, fact.unit === "年" ? value : value / 12);
  return figureStands(text, { as: asOf(fact), value, unit: fact.unit });
}

function spanStands(text: string, years: number): boolean {
  return (
    figureStands(text, { as: "count", value: years, unit: "年" }) ||
    figureStands(text, { as: "count", value: years * 12, unit: "月" })
  );
}

function sameThreshold(own: FlatLeaf, wanted: FlatLeaf, facts: Registry): boolean {
  const [left, right] = [facts.get(own.fact), facts.get(wanted.fact)];
  if (own.operator !== wanted.operator || !left || !right || asOf(left) !== asOf(right)) return false;
  if (typeof wanted.value === "object") return JSON.stringify(own.value) === JSON.stringify(wanted.value);
  return typeof wanted.value === "number"
    ? near(inYears(own.value, left), inYears(wanted.value, right))
    : own.value === wanted.value;
}

const inclusive: Readonly<Record<string, string>> = {
  lessThan: "lessThanInclusive",
  greaterThan: "greaterThanInclusive",
};

/** The end of a range of which the words do not say whether it is within: either reading is the words'. */
function isSameBound(own: FlatLeaf, wanted: FlatLeaf, { text, facts }: { text: string; facts: Registry }): boolean {
  const fact = facts.get(wanted.fact);
  if (!fact || typeof wanted.value !== "number" || !isOpenRangeEnd(text, { as: asOf(fact), value: wanted.value }))
    return false;
  const closed = (leaf: FlatLeaf) => ({ ...leaf, operator: inclusive[leaf.operator] ?? leaf.operator });
  return sameThreshold(closed(own), closed(wanted), facts);
}

function inYears(value: unknown, { unit }: FactDefinition): unknown {
  return unit === "月" && typeof value === "number" ? value / 12 : value;
}
