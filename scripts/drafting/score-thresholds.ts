import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { FlatLeaf } from "./flat-leaf";
import { near } from "./flat-leaf";
import { type Wanted, dayStands, figureStands, isOpenRangeEnd, withoutPaid } from "./plain-search";
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
  if (isAge(operator)) return spanStands(text.replace(/[一\d]个?(?:自然|会计|纳税)?年度/g, ""), Number(value));
  if (fact.type === "date" && typeof value === "string") return dayStands(text, value);
  if (typeof value === "object" && value !== null) return dayStands(text, value as { year: number });
  if (typeof value !== "number") return false;
  if (fact.type === "year") return text.includes(`${value}年`);
  if (fact.unit === "年" || fact.unit === "月") return spanStands(text, fact.unit === "年" ? value : value / 12);
  const as = asOf(fact);
  return figureStands(as === "yuan" ? withoutPaid(text) : text, { as, value, unit: fact.unit });
}

function isAge(operator: string): boolean {
  return operator.endsWith("withinYears");
}

function spanStands(text: string, years: number): boolean {
  return (
    figureStands(text, { as: "count", value: years, unit: "年" }) ||
    figureStands(text, { as: "count", value: years * 12, unit: "月" })
  );
}

function sameThreshold(own: FlatLeaf, wanted: FlatLeaf, facts: Registry): boolean {
  const [left, right] = [facts.get(own.fact), facts.get(wanted.fact)];
  if (!left || !right) return false;
  if (isAge(own.operator) !== isAge(wanted.operator)) return sameAge(own, wanted, left, right);
  if (own.operator !== wanted.operator || asOf(left) !== asOf(right)) return false;
  if (typeof wanted.value === "object") return JSON.stringify(own.value) === JSON.stringify(wanted.value);
  return typeof wanted.value === "number"
    ? near(inYears(own.value, left), inYears(wanted.value, right))
    : own.value === wanted.value;
}

/**
 * An age stands in a day (`withinYears`) or in a count of years: which of the two is the fact's choice, and the fact is not what is
 * compared here.
 */
function sameAge(own: FlatLeaf, wanted: FlatLeaf, left: FactDefinition, right: FactDefinition): boolean {
  const [day, count] = isAge(own.operator) ? [own, { ...wanted, of: right }] : [wanted, { ...own, of: left }];
  const isUpTo = day.operator === "withinYears";
  const bounds = isUpTo ? ["lessThan", "lessThanInclusive"] : ["greaterThan", "greaterThanInclusive"];
  const isSpan = count.of.unit === "年" || count.of.unit === "月";
  return isSpan && bounds.includes(count.operator) && near(inYears(count.value, count.of), day.value);
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
