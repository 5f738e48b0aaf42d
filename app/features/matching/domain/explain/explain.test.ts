import { describe, expect, it } from "vitest";
import { compileExplanation, explainedLeaves, nearestFirst, type Explanation } from "./explain";
import { factSlots, slotValues } from "../evaluate/fact-slots";
import { gapOf, type GapLeaf } from "~/features/policies/domain/gap";
import { buildRule } from "../evaluate/rule";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";

const today = "2026-11-22";
const definition = (name: string, type: FactDefinition["type"], unit: string | null): FactDefinition => ({
  name,
  type,
  unit,
  values: null,
  ordered: false,
  zh: name,
  en: name,
  question: "?",
  help: "?",
  questionEn: "?",
  helpEn: "?",
  group: "g",
  scope: "enterprise",
  authority: null,
  min: null,
  max: null,
});

const definitions = new Map(
  [definition("ratio", "percent", "%"), definition("staff", "integer", "人"), definition("since", "date", null)].map(
    (each) => [each.name, each],
  ),
);

function explain(condition: Condition, facts: Facts): Explanation {
  const slots = factSlots();
  return compileExplanation(buildRule(condition, slots), definitions)(slotValues(facts, slots), today);
}

const ratio: Condition = { fact: "ratio", operator: "greaterThanInclusive", value: 3 };
const staff: Condition = { fact: "staff", operator: "lessThan", value: 100 };

describe("explanation", () => {
  it("sets the firm's own figure and the gap beside every condition", () => {
    expect(explain({ all: [ratio, staff] }, { ratio: 2.1, staff: 40 })).toEqual({
      kind: "all",
      outcome: "unmet",
      path: "/all",
      children: [
        {
          kind: "leaf",
          outcome: "unmet",
          fact: "ratio",
          operator: "greaterThanInclusive",
          value: 3,
          negated: false,
          path: "/all/0",
          own: 2.1,
          gap: { amount: 0.9, direction: "more", unit: "百分点", exceed: false },
        },
        {
          kind: "leaf",
          outcome: "met",
          fact: "staff",
          operator: "lessThan",
          value: 100,
          negated: false,
          path: "/all/1",
          own: 40,
          gap: null,
        },
      ],
    });
  });
  it("says unknown where the firm has not answered", () => {
    const tree = explain({ any: [ratio, staff] }, { ratio: 1 });
    expect(tree.outcome).toBe("unknown");
    expect(explainedLeaves(tree).map((leaf) => [leaf.outcome, leaf.own])).toEqual([
      ["unmet", 1],
      ["unknown", null],
    ]);
  });
  it("turns a negation into what is asked of the firm", () => {
    const tree = explain({ not: { any: [ratio, staff] } }, { ratio: 2, staff: 100 });
    expect(tree).toMatchObject({
      kind: "all",
      outcome: "met",
      children: [
        { negated: true, outcome: "met" },
        { negated: true, outcome: "met" },
      ],
    });
  });
  it.each([
    [{ ratio: 3, staff: 1 }, "met", "met"],
    [{ ratio: 3, staff: 100 }, "unmet", "met"],
    [{ ratio: 3 }, "unknown", "met"],
    [{ ratio: 1 }, "unmet", "unknown"],
    [{ ratio: 1, staff: 100 }, "unmet", "unmet"],
  ] as const)("%o: all %s, any %s", (facts, all, any) => {
    expect(explain({ all: [ratio, staff] }, facts).outcome).toBe(all);
    expect(explain({ any: [ratio, staff] }, facts).outcome).toBe(any);
  });
  it("puts the nearest alternative first", () => {
    const far: Condition = { all: [ratio, staff] };
    const near: Condition = { all: [ratio, { fact: "since", operator: "withinYears", value: 1 }] };
    const tree = explain({ any: [far, near] }, { ratio: 1, staff: 500 });
    if (tree.kind === "leaf") throw new Error("a group was expected");
    expect(nearestFirst(tree.children).map((child) => child.path)).toEqual(["/any/1/all", "/any/0/all"]);
  });
});

describe("alternatives of one failed condition each", () => {
  const order = (conditions: Condition[], facts: Facts) => {
    const tree = explain({ any: conditions }, facts);
    return tree.kind === "leaf" ? [] : nearestFirst(tree.children).map((child) => child.path);
  };
  it("come by the share of the bound that is missing", () => {
    const half: Condition = { fact: "ratio", operator: "greaterThanInclusive", value: 4 };
    const tenth: Condition = { fact: "staff", operator: "greaterThanInclusive", value: 100 };
    expect(order([half, tenth], { ratio: 2, staff: 90 })).toEqual(["/any/1", "/any/0"]);
  });
  it("put what nobody can change last, even behind two failures", () => {
    const region: Condition = { fact: "region", operator: "startsWithAny", value: ["31"] };
    const two: Condition = { all: [ratio, { fact: "staff", operator: "greaterThan", value: 1 }] };
    expect(order([region, two], { region: "340500", ratio: 1, staff: 1 })).toEqual(["/any/1/all", "/any/0"]);
  });
});

describe("gap", () => {
  const rows: [string, GapLeaf, FactValue, string, unknown][] = [
    [
      "below a floor",
      { operator: "greaterThanInclusive", value: 3, negated: false },
      2.1,
      "ratio",
      { amount: 0.9, direction: "more", unit: "百分点", exceed: false },
    ],
    [
      "on an open floor",
      { operator: "greaterThan", value: 3, negated: false },
      3,
      "ratio",
      { amount: 0, direction: "more", unit: "百分点", exceed: true },
    ],
    [
      "on an open floor of whole things",
      { operator: "greaterThan", value: 100, negated: false },
      100,
      "staff",
      { amount: 1, direction: "more", unit: "人", exceed: false },
    ],
    [
      "above a ceiling",
      { operator: "lessThanInclusive", value: 100, negated: false },
      112,
      "staff",
      { amount: 12, direction: "less", unit: "人", exceed: false },
    ],
    [
      "on an open ceiling of whole things",
      { operator: "lessThan", value: 100, negated: false },
      100,
      "staff",
      { amount: 1, direction: "less", unit: "人", exceed: false },
    ],
    [
      "a floor that must not be reached",
      { operator: "greaterThanInclusive", value: 50, negated: true },
      50,
      "ratio",
      { amount: 0, direction: "less", unit: "百分点", exceed: true },
    ],
    [
      "days before a first day",
      { operator: "greaterThanInclusive", value: "2025-03-16", negated: false },
      "2025-03-06",
      "since",
      { amount: 10, direction: "more", unit: "天", exceed: false },
    ],
    [
      "days until a year is full",
      { operator: "withinYears", value: 1, negated: true },
      "2025-12-02",
      "since",
      { amount: 11, direction: "more", unit: "天", exceed: false },
    ],
    [
      "days since a span ran out",
      { operator: "withinYears", value: 1, negated: false },
      "2025-11-12",
      "since",
      { amount: 10, direction: "less", unit: "天", exceed: false },
    ],
    ["titles have none", { operator: "equal", value: "national", negated: false }, "province", "staff", null],
    ["wrong types have none", { operator: "greaterThan", value: 5, negated: false }, "abc", "staff", null],
  ];
  it.each(rows)("%s", (_name, leaf, own, fact, expected) => {
    expect(gapOf(leaf, own, definitions.get(fact), today)).toEqual(expected);
  });
});
