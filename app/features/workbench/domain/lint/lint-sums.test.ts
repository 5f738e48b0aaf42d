import { describe, expect, it } from "vitest";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { lintSums } from "./lint-sums";

const amount = {
  kind: "percent",
  base: "equipmentInvestment",
  percent: 10,
  capYuan: 5_000_000,
  sharedCap: { group: "g", yuan: 8_000_000 },
} as unknown as PolicyItem["amount"];
const item = (title: string, summary: string) => ({
  title,
  summary,
  amount,
  conditions: { fact: "equipmentInvestment", operator: "greaterThanInclusive" as const, value: 10_000_000 },
});
const words = (title: string, summary: string) => lintSums(item(title, summary)).map(({ values }) => values);

describe("sums in words", () => {
  it("finds a paid sum that the rule does not hold, and draws both", () => {
    expect(words("设备补助", "按设备投资额10%补助，最高600万元。")).toEqual([
      { words: "600万元", rule: "10、5000000、8000000" },
    ]);
    expect(words("设备奖励20万元", "按设备投资额10%补助，最高500万元。")).toMatchObject([{ words: "20万元" }]);
  });

  it("has nothing to say where words and rule agree, or where a sum is a threshold", () => {
    expect(words("设备补助", "投资1000万元以上的，按10%补助，最高500万元，与其他条合计最高800万元。")).toEqual([]);
    expect(words("设备补助", "营业收入达到3000万元的企业按10%补助。")).toEqual([]);
  });
});
