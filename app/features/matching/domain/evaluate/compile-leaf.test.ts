import { describe, expect, it } from "vitest";
import { compileLeaf } from "./compile-leaf";
import { kleene } from "./kleene";
import type { RuleLeaf } from "./rule";
import type { Leaf, Operator } from "~/features/policies/domain/condition-schema";
import type { FactValue } from "~/features/policies/domain/fact-definition";

const today = "2026-11-22";

/** The value of one comparison for a fact; `negated` turns it round. */
function held(operator: Operator, value: Leaf["value"], fact: FactValue | null | undefined, negated = false): number {
  const node: RuleLeaf = { kind: "leaf", slot: 1, leaf: { fact: "x", operator, value } as Leaf, negated, path: "" };
  return compileLeaf(node)(["not this one", fact], today);
}

const rows: [Operator, Leaf["value"], FactValue, boolean][] = [
  ["equal", 3, 3, true],
  ["equal", 3, 4, false],
  ["equal", 3, "3", false],
  ["notEqual", 3, 4, true],
  ["notEqual", 3, 3, false],
  ["in", ["a", "b"], "b", true],
  ["in", ["a", "b"], "c", false],
  ["notIn", ["a", "b"], "c", true],
  ["contains", "a", ["a", "b"], true],
  ["contains", "a", ["b"], false],
  ["doesNotContain", "a", ["b"], true],
  ["lessThan", 3, 2.9, true],
  ["lessThan", 3, 3, false],
  ["lessThanInclusive", 3, 3, true],
  ["lessThanInclusive", 3, 3.1, false],
  ["greaterThan", 3, 3.1, true],
  ["greaterThan", 3, 3, false],
  ["greaterThan", 3, 2.9, false],
  ["greaterThan", "2026-01-01", "2026-01-02", true],
  ["greaterThan", "2026-01-01", "2026-01-01", false],
  ["greaterThan", 5, "7", true],
  ["greaterThan", 0, true, false],
  ["greaterThanInclusive", 3, 3, true],
  ["greaterThanInclusive", 3, 3.1, true],
  ["greaterThanInclusive", 3, 2.9, false],
  ["greaterThanInclusive", "2026-01-01", "2026-01-01", true],
  ["greaterThanInclusive", "2026-01-01", "2025-12-31", false],
  ["greaterThanInclusive", 0, true, false],
  ["startsWithAny", ["3405"], "340503", true],
  ["startsWithAny", ["3405"], "110000", false],
  ["startsWithAny", ["3405"], "113405", false],
  ["startsWithAny", ["3405"], 340503, false],
  ["startsWithAny", ["11", "3405"], "340503", true],
  ["startsWithAny", ["11", "3405"], "220000", false],
  ["startsWithAny", [], "220000", false],
  ["withinYears", 1, "2026-01-01", true],
  ["withinYears", 1, "2024-01-01", false],
];

describe("one comparison", () => {
  it.each(rows)("%s %j of %j: %s, and turned round by a negation", (operator, value, fact, expected) => {
    expect(held(operator, value, fact)).toBe(expected ? kleene.true : kleene.false);
    expect(held(operator, value, fact, true)).toBe(expected ? kleene.false : kleene.true);
  });
  it.each([
    ...new Map(rows.map(([operator, value]) => [`${operator} ${JSON.stringify(value)}`, { operator, value }])).values(),
  ])("$operator $value of a missing fact is unknown either way", ({ operator, value }) => {
    for (const fact of [null, undefined]) {
      expect(held(operator, value, fact)).toBe(kleene.unknown);
      expect(held(operator, value, fact, true)).toBe(kleene.unknown);
    }
  });
});
