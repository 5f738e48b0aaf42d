import { describe, expect, it } from "vitest";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { byNearness, nearnessOf } from "./nearness";

const atLeast = (fact: string, value: number): Condition => ({ fact, operator: "greaterThanInclusive", value });
const near = (condition: Condition, facts: Record<string, number>) => nearnessOf(condition, facts, "2026-11-24");

describe("how near a firm is to an item", () => {
  it.each<[string, Condition, Record<string, number>, number, number]>([
    ["all met", { all: [atLeast("a", 1), atLeast("b", 1)] }, { a: 1, b: 1 }, 1, 0],
    ["one of two unknown", { all: [atLeast("a", 1), atLeast("b", 1)] }, { a: 1 }, 0.5, 0],
    ["two unknown", { all: [atLeast("a", 1), atLeast("b", 1)] }, {}, 0.25, 0],
    ["either of two unknown", { any: [atLeast("a", 1), atLeast("b", 1)] }, {}, 0.75, 0],
    ["one way met", { any: [atLeast("a", 1), atLeast("b", 1)] }, { a: 1 }, 1, 0],
    ["two of three not met", { all: [atLeast("a", 1), atLeast("b", 1), atLeast("c", 1)] }, { a: 0, b: 0, c: 1 }, 0, 2],
    [
      "the shorter way",
      { any: [{ all: [atLeast("a", 1), atLeast("b", 1)] }, atLeast("c", 1)] },
      { a: 0, b: 0, c: 0 },
      0,
      1,
    ],
    ["what must not be", { not: atLeast("a", 1) }, { a: 2 }, 0, 1],
  ])("%s", (_name, condition, facts, likelihood, unmet) => {
    expect(near(condition, facts)).toEqual({ likelihood, unmet });
  });

  it("puts the likeliest first, and among the impossible those that lack least", () => {
    const ordered = [
      { likelihood: 0, unmet: 2 },
      { likelihood: 0.25, unmet: 0 },
      { likelihood: 0, unmet: 1 },
      { likelihood: 0.75, unmet: 0 },
    ].sort(byNearness);
    expect(ordered.map(({ likelihood, unmet }) => [likelihood, unmet])).toEqual([
      [0.75, 0],
      [0.25, 0],
      [0, 1],
      [0, 2],
    ]);
  });
});
