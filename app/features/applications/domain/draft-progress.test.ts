import { describe, expect, it } from "vitest";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { draftProgress, factsToAsk, materialStates, prefilledCount } from "./draft-progress";

const definition = (name: string, scope: FactDefinition["scope"]) => ({ name, scope }) as FactDefinition;
const definitions = new Map(
  [
    definition("employees", "enterprise"),
    definition("revenue", "annual"),
    definition("equipmentSpend", "case"),
    definition("unused", "case"),
  ].map((each) => [each.name, each]),
);

const item = {
  conditions: {
    all: [
      { fact: "employees", operator: "greaterThan", value: 10 },
      { fact: "revenue", operator: "greaterThan", value: 0 },
      { fact: "equipmentSpend", operator: "greaterThan", value: 0 },
    ],
  },
  amount: { kind: "percent", base: "equipmentSpend", percent: 10, capYuan: null },
  multiplier: null,
} as unknown as PolicyItem;
const asked = (profile: Record<string, number | boolean>) =>
  factsToAsk(item, definitions, profile).map(({ name }) => name);

describe("what an application asks", () => {
  it("is what this application alone knows, and what the profile lacks", () => {
    expect(asked({ employees: 20, revenue: 5 })).toEqual(["equipmentSpend"]);
    expect(asked({ employees: 20 })).toEqual(["revenue", "equipmentSpend"]);
  });

  it("takes zero and no for answers and asks case facts anew", () => {
    expect(asked({ employees: 0, revenue: 0, equipmentSpend: 900 })).toEqual(["equipmentSpend"]);
  });
});

describe("what the profile brings into an application", () => {
  const known = (profile: Record<string, number>) => prefilledCount(item, definitions, profile);

  it("is what the item reads of the firm, not all that is known of it, nor what each application says anew", () => {
    expect(known({})).toBe(0);
    expect(known({ employees: 20, unused: 1, equipmentSpend: 900 })).toBe(1);
    expect(known({ employees: 0, revenue: 5 })).toBe(2);
  });
});

describe("the parts of a draft", () => {
  const file = { id: "1", name: "发票", fileName: "a.pdf", sizeBytes: 9 };

  it("shows a file that was given even where the platform holds the material", () => {
    expect(materialStates({ materials: ["发票", "合同"] }, new Set(["发票"]), [file])).toEqual([
      { name: "发票", state: "given", files: [{ id: "1", fileName: "a.pdf", sizeBytes: 9 }] },
      { name: "合同", state: "missing", files: [] },
    ]);
  });

  it("name what is missing until nothing is", () => {
    const facts = [definition("equipmentSpend", "case"), definition("isNew", "case")];
    const bare = draftProgress({
      asked: facts,
      answers: {},
      materials: materialStates({ materials: ["合同"] }, new Set(), []),
      hasAccount: false,
      pledged: false,
    });
    expect(Object.values(bare).map(({ done, missing }) => [done, missing])).toEqual([
      [false, ["equipmentSpend", "isNew"]],
      [false, ["合同"]],
      [false, ["account"]],
      [false, ["pledge"]],
    ]);
    const full = draftProgress({
      asked: facts,
      answers: { equipmentSpend: 0, isNew: false },
      materials: materialStates({ materials: ["合同"] }, new Set(["合同"]), []),
      hasAccount: true,
      pledged: true,
    });
    expect(Object.values(full)).toEqual(Array(4).fill({ done: true, missing: [] }));
  });
});
