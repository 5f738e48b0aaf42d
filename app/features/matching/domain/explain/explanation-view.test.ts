import { describe, expect, it } from "vitest";
import { compileExplanation } from "./explain";
import { explanationView, type ExplanationView } from "./explanation-view";
import { factSlots, slotValues } from "../evaluate/fact-slots";
import { buildRule } from "../evaluate/rule";
import { fact } from "~/features/policies/testing/small-catalogue";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Language } from "~/features/policies/domain/value-words";

const definitions = [
  fact({ name: "rdRatio", type: "percent", unit: "%", zh: "研发投入占比", en: "R&D share" }),
  fact({ name: "employees", type: "integer", unit: "人", zh: "从业人数", en: "Employees" }),
  fact({ name: "region", type: "code", zh: "地区", en: "Region" }),
];
const registry = {
  facts: new Map(definitions.map((each) => [each.name, each])),
  regions: new Map(),
  industries: new Map(),
};

function view(condition: Condition, facts: Facts, language: Language = "zh"): ExplanationView {
  const slots = factSlots();
  const explain = compileExplanation(buildRule(condition, slots), registry.facts);
  return explanationView(explain(slotValues(facts, slots), "2026-11-22"), registry, language, facts);
}

const share: Condition = { fact: "rdRatio", operator: "greaterThanInclusive", value: 3 };

describe("an explanation in words", () => {
  it("says the clause, the firm's figure, the gap with its unit and what it means in yuan", () => {
    expect(view(share, { rdRatio: 2.1, annualRevenue: 45_200_000 })).toEqual({
      kind: "leaf",
      key: "",
      outcome: "unmet",
      fact: "rdRatio",
      clause: "研发投入占比 不低于 3 %",
      own: "2.1 %",
      gap: "还差 0.9 个百分点（约 41 万元）",
    });
    expect(view(share, { rdRatio: 2.1, annualRevenue: 45_200_000 }, "en")).toMatchObject({
      clause: "R&D share is at least 3 %",
      gap: "0.9 percentage points short (about CNY 410,000)",
    });
  });
  it("leaves the yuan out where the base is not known", () => {
    expect(view(share, { rdRatio: 2.1 })).toMatchObject({ gap: "还差 0.9 个百分点" });
  });
  it("has no gap where a condition is met or not known", () => {
    expect(view(share, { rdRatio: 3, annualRevenue: 1 })).toMatchObject({ outcome: "met", gap: null });
    expect(view(share, { annualRevenue: 1 })).toMatchObject({ outcome: "unknown", own: "尚未填写", gap: null });
  });
  it("shows alternatives with the nearest first, and conditions that must all hold in the order of the text", () => {
    const far: Condition = { fact: "employees", operator: "greaterThanInclusive", value: 300 };
    const keys = (condition: Condition) => {
      const tree = view(condition, { employees: 30, rdRatio: 2.9 });
      return tree.kind === "leaf" ? [] : tree.children.map(({ key }) => key);
    };
    expect(keys({ any: [far, share] })).toEqual(["/any/1", "/any/0"]);
    expect(keys({ all: [far, share] })).toEqual(["/all/0", "/all/1"]);
  });
});
