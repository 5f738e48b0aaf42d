import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { item } from "~/features/policies/testing/small-catalogue";
import { clausesOf, failedClauses } from "./failed-clauses";

const registry = loadCatalogueFiles("rules");
const rule = {
  ...item(),
  conditions: {
    all: [
      { fact: "employees", operator: "greaterThanInclusive", value: 100 },
      {
        any: [
          { fact: "annualRevenue", operator: "greaterThanInclusive", value: 200_000_000 },
          { fact: "employees", operator: "greaterThanInclusive", value: 50 },
        ],
      },
    ],
  },
} as PolicyItem;
const frozen = {
  facts: { employees: 80, annualRevenue: 186_000_000 },
  asOf: "2026-11-24",
  records: [],
} as unknown as Parameters<typeof clausesOf>[1];

describe("conditions of a refusal", () => {
  it("are all of the item's, in words, an alternative that was not taken being no failure", () => {
    expect(clausesOf(rule, frozen, registry, "zh")).toEqual([
      { path: "/all/0", clause: "从业人数 不少于 100 人", own: "80 人", failed: true },
      { path: "/all/1/any/0", clause: "营业收入 不低于 2 亿元", own: "1.86 亿元", failed: false },
      { path: "/all/1/any/1", clause: "从业人数 不少于 50 人", own: "80 人", failed: false },
    ]);
  });
  it("are stated where the figures fail them, and where an official named them in spite of the figures", () => {
    expect(failedClauses(rule, frozen, registry, [])).toEqual([{ clause: "从业人数 不少于 100 人", own: "80 人" }]);
    expect(failedClauses(rule, frozen, registry, ["/all/1/any/1", "/all/0"])).toEqual([
      { clause: "从业人数 不少于 100 人", own: "80 人" },
      { clause: "从业人数 不少于 50 人", own: "申报为80 人，经审核不予认定" },
    ]);
  });
});
