import { describe, expect, it } from "vitest";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { fact } from "~/features/policies/testing/small-catalogue";
import { keepEstablished, mayEstablish, readEstablished, withEstablished } from "./established";
import type { Frozen } from "./submission";

/** 320 people and 50,000,000 yuan in machine building: a medium firm by the table of 2017 (300 people and 20 million yuan). */
const frozen: Frozen = {
  facts: {
    industry: "C3421",
    employees: 320,
    annualRevenue: 50_000_000,
    annualRevenuePrevious: 40_000_000,
    rdExpense: 2_500_000,
    size: "medium",
    rdRatio: 5,
    revenueGrowth: 25,
  },
  records: [{ fact: "annualRevenue", source: "declared" }],
  asOf: "2026-11-29",
};

const by = { userId: "u1", at: "2026-11-29T08:00:00.000Z" };
const revenue = { fact: "annualRevenue", value: 48_000_000, evidence: "审计报告第 6 页" };

describe("figures set right by evidence", () => {
  it("take what is worked out from them along", () => {
    const { facts, records } = withEstablished(frozen, [revenue], by);
    expect(facts).toMatchObject({ annualRevenue: 48_000_000, rdRatio: 5.20833333333, revenueGrowth: 20 });
    expect(facts["size"]).toBe("medium");
    expect(records.at(-1)).toEqual({
      fact: "annualRevenue",
      source: "verified",
      saidBy: "u1",
      saidAt: by.at,
      evidence: "审计报告第 6 页",
    });
    expect(frozen.facts["annualRevenue"]).toBe(50_000_000);
  });

  it("leave what was verified itself, and make a share unknown that can't be worked out any more", () => {
    const verified = { ...frozen, records: [{ fact: "rdRatio", source: "verified" }] };
    expect(withEstablished(verified, [revenue], by).facts["rdRatio"]).toBe(5);
    const none = withEstablished(frozen, [{ ...revenue, value: 0 }], by).facts;
    expect(none).not.toHaveProperty("rdRatio");
    expect(none["revenueGrowth"]).toBe(-100);
  });

  it("stay when the firm corrects something else, or states the old figure again", () => {
    const before = withEstablished(frozen, [revenue], by);
    const anew = keepEstablished(before, { facts: { ...frozen.facts, employees: 310 }, records: frozen.records });
    expect(anew.facts).toMatchObject({ annualRevenue: 48_000_000, employees: 310, rdRatio: 5.20833333333 });
    expect(anew.records.filter(({ evidence }) => evidence)).toHaveLength(1);
  });
});

describe("the form of figures", () => {
  const asked: FactDefinition[] = [
    fact({ name: "annualRevenue", type: "yuan", unit: "元" }),
    fact({ name: "employees", type: "integer", unit: "人" }),
  ];
  const read = (values: Record<string, string>) => readEstablished(asked, frozen.facts, values, "2026-11-29");

  it("takes what differs, in the ways people write it", () => {
    const { figures, errors } = read({
      annualRevenue: "4,800万",
      "evidence:annualRevenue": "审计报告第 6 页",
      employees: "320",
      reason: "与审计报告不符",
    });
    expect(errors).toEqual({});
    expect(figures).toEqual([revenue]);
  });

  it("wants evidence for each figure and a reason for all", () => {
    expect(read({ annualRevenue: "4800万", employees: "约三百" }).errors).toEqual({
      "evidence:annualRevenue": "problem.required",
      employees: "problem.number",
      reason: "problem.reason",
    });
  });
});

describe("who may set figures right", () => {
  it("is who judges the case, not who approves it", () => {
    expect(mayEstablish(["RECOMMEND_APPROVAL", "REQUEST_CORRECTION"])).toBe(true);
    expect(mayEstablish(["CO_AGREE", "CO_DISAGREE"])).toBe(true);
    expect(mayEstablish(["DECISION_UPHELD"])).toBe(true);
    expect(mayEstablish(["APPROVE", "REJECT", "SEND_BACK"])).toBe(false);
    expect(mayEstablish(["EXPERT_SCORED"])).toBe(false);
    expect(mayEstablish(["OBJECTION_SETTLED", "OBJECTION_UPHELD"])).toBe(false);
    expect(mayEstablish([])).toBe(false);
  });
});
