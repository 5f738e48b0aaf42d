import { describe, expect, it } from "vitest";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { display, fact, item } from "~/features/policies/testing/small-catalogue";
import { lintWords } from "./lint-words";

const named = (name: string, zh: string, more: Pick<FactDefinition, "type" | "question" | "scope">) =>
  [name, fact({ name, zh, ...more })] as const;
const facts = new Map([
  named("plantLevel", "绿色工厂级别", { type: "enum", question: "绿色工厂到哪一级？", scope: "enterprise" }),
  named("plantYear", "绿色工厂认定年份", { type: "year", question: "哪一年认定？", scope: "enterprise" }),
  named("plantFirst", "首次认定绿色工厂", { type: "boolean", question: "是否首次？", scope: "enterprise" }),
  named("workAward", "作品奖项", { type: "enum", question: "作品得了什么奖？", scope: "case" }),
]);

const holds = (name: string, value: string | boolean | { year: number }): Condition => ({
  fact: name,
  operator: "equal",
  value,
});

const codes = (parts: Partial<PolicyItem>) => lintWords(item(parts), facts).map(({ code }) => code);

describe("what the words of an item say and its rule has lost", () => {
  it("a title of the year is asked its year, or whether it is the first", () => {
    const summary = "新认定省级绿色工厂，一次性奖20万元。";
    const title = holds("plantLevel", "province");
    expect(codes({ summary, conditions: { all: [title] } })).toEqual(["titleOfYear"]);
    expect(codes({ summary: "上年度获评绿色工厂，奖20万元。", conditions: { all: [title] } })).toEqual(["titleOfYear"]);
    expect(codes({ summary, conditions: { all: [title, holds("plantYear", { year: 0 })] } })).toEqual([]);
    expect(codes({ summary, conditions: { all: [title, holds("plantFirst", true)] } })).toEqual([]);
    expect(codes({ summary, conditions: { all: [holds("workAward", "gold")] } })).toEqual([]);
    expect(codes({ summary: "获得省级绿色工厂的，奖20万元。", conditions: { all: [title] } })).toEqual([]);
  });

  const fixed: Amount = { kind: "fixed", yuan: 200_000, ...display };
  const percent: Amount = { kind: "percent", base: "annualRevenue", percent: 20, capYuan: null, ...display };

  it("parts that the words pay one after another are parts of the rule", () => {
    const parts = { summary: "奖100万元，分三年按40%、30%、30%拨付。", conditions: holds("workAward", "gold") };
    expect(codes({ ...parts, amount: fixed })).toEqual(["instalmentsLost"]);
    expect(codes({ ...parts, summary: "奖100万元，考核合格后再拨付一半。", amount: fixed })).toEqual([
      "instalmentsLost",
    ]);
    const instalments = [{ percent: 40 }, { percent: 60, due: { year: 1 } }];
    expect(codes({ ...parts, amount: { ...fixed, instalments } })).toEqual([]);
    expect(codes({ ...parts, summary: "奖100万元，考核合格的企业可申报。", amount: fixed })).toEqual([]);
  });
  it("a quota makes a sum a ceiling; two calendar years are none", () => {
    const quota = { summary: "每年择优支持，奖20万元。", conditions: holds("workAward", "gold") };
    expect(codes({ ...quota, amount: fixed })).toEqual(["quotaAsSum"]);
    expect(codes({ ...quota, amount: fixed, quota: { per: "year", order: "ranking" } })).toEqual([]);
    expect(codes({ ...quota, amount: { ...fixed, upTo: true } })).toEqual([]);
    expect(codes({ ...quota, summary: "奖20万元。", notes: "每届不超过3个。", amount: fixed })).toEqual([
      "quotaAsSum",
      "quotaLost",
    ]);
    expect(codes({ ...quota, notes: "全年资金池100万元。", amount: { ...fixed, upTo: true } })).toEqual(["quotaLost"]);
    expect(codes({ ...quota, summary: "贴息不超过2个自然年度。", amount: fixed })).toEqual([]);
    expect(codes({ ...quota, amount: { ...fixed, effect: "reduction" } })).toEqual([]);
  });

  it("a ceiling in words is a ceiling in the rule", () => {
    const words = { summary: "按投入20%补助，最高100万元。", conditions: holds("workAward", "gold") };
    expect(codes({ ...words, amount: percent })).toEqual(["capLost"]);
    expect(codes({ ...words, amount: { ...percent, capYuan: 1_000_000 } })).toEqual([]);
    expect(codes({ ...words, amount: { ...percent, sharedCap: { group: "g", yuan: 1_000_000 } } })).toEqual([]);
    const part = { kind: "percent", base: "annualRevenue", percent: 20 } as const;
    const sum = (capYuan: number | null): Amount => ({
      kind: "sum",
      parts: [{ ...part, capYuan }],
      capYuan: null,
      ...display,
    });
    expect(codes({ ...words, amount: sum(null) })).toEqual(["capLost"]);
    expect(codes({ ...words, amount: sum(1_000_000) })).toEqual([]);
    expect(codes({ ...words, summary: "限规定标准以内的收入，按20%补助。", amount: percent })).toEqual([]);
  });
});
