import { describe, expect, it } from "vitest";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { display, fact, item } from "~/features/policies/testing/small-catalogue";
import { lintDocument } from "./lint-document";
import { lintThresholds } from "./lint-thresholds";
import { lintUplift } from "./lint-uplift";

const facts = new Map(
  [
    fact({ name: "annualRevenue", type: "yuan", zh: "营业收入", question: "营业收入多少元？" }),
    fact({ name: "insuredMonths", type: "integer", unit: "月", zh: "参保月数", question: "参保多少个月？" }),
    fact({ name: "hires6m", type: "integer", unit: "人", zh: "稳定就业人数", question: "参保满6个月的有多少人？" }),
    fact({ name: "listingYear", type: "year", zh: "上市年份", question: "哪一年上市？" }),
  ].map((each) => [each.name, each]),
);
const least = (name: string, value: number): Condition => ({
  fact: name,
  operator: "greaterThanInclusive",
  value,
});
const given = (summary: string, conditions: Condition, more: Partial<PolicyItem> = {}) =>
  item({
    title: "示例奖励",
    summary,
    conditions: { all: [conditions] },
    amount: { kind: "fixed", yuan: 100_000, ...display },
    ...more,
  });
const thresholds = (...parts: Parameters<typeof given>) =>
  lintThresholds(given(...parts), facts).map(({ code, values }) => `${code} ${values?.["words"] ?? values?.["value"]}`);

describe("thresholds in words and rule", () => {
  it("a figure that the words compare stands in a condition, a sum or a question", () => {
    const rule = least("annualRevenue", 20_000_000);
    expect(thresholds("营业收入2000万元以上的企业奖10万元。", rule)).toEqual([]);
    expect(thresholds("营业收入2000万元以上、参保满12个月的企业奖10万元。", rule)).toEqual(["thresholdLost 满12个月"]);
    expect(thresholds("营业收入2000万元以上、资产负债率不高于70%的企业奖10万元。", rule)).toEqual([
      "thresholdLost 不高于70%",
    ]);
    expect(thresholds("招用并参保满6个月的，奖10万元。", least("hires6m", 1))).toEqual([]);
    expect(thresholds("参保满1年的企业奖10万元。", least("insuredMonths", 12))).toEqual([]);
  });

  it("how long something is paid is no threshold", () =>
    expect(thresholds("营业收入2000万元以上的企业奖10万元，最长3年。", least("annualRevenue", 20_000_000))).toEqual(
      [],
    ));

  it("a threshold of the rule stands in words, a note or a question", () => {
    const rule = least("annualRevenue", 50_000_000);
    expect(thresholds("规模以上企业奖10万元。", rule)).toEqual(["thresholdUnsaid 50000000"]);
    expect(thresholds("规模以上企业奖10万元。", rule, { notes: "原文：营业收入达到5000万元。" })).toEqual([]);
    expect(thresholds("企业奖10万元。", least("listingYear", 2023))).toEqual([]);
    expect(thresholds("企业奖10万元。", least("hires6m", 1))).toEqual([]);
  });
});

describe("sums raised and sums for each", () => {
  const codes = (...parts: Parameters<typeof given>) => lintUplift(given(...parts)).map(({ code }) => code);
  const rule = least("annualRevenue", 1);

  it("an uplift in words is one in the rule", () => {
    const uplifted = { notes: "皖北地区上浮20%。" };
    expect(codes("企业奖10万元。", rule, uplifted)).toEqual(["upliftLost"]);
    expect(codes("企业奖10万元。", rule)).toEqual([]);
    const multiplier = { fact: "region", factors: [] } as unknown as PolicyItem["multiplier"];
    expect(codes("企业奖10万元。", rule, { ...uplifted, multiplier })).toEqual([]);
  });

  it("what is paid for each of several is not paid once", () => {
    expect(codes("发明专利每件奖励2000元。", rule)).toEqual(["eachLost"]);
    expect(codes("每家企业奖励10万元。", rule)).toEqual([]);
    const amount = { kind: "perUnit", unit: "hires6m", yuanPerUnit: 2000, capYuan: null, ...display } as const;
    expect(codes("每人补贴2000元。", rule, { amount })).toEqual([]);
  });
});

describe("the document of an item", () => {
  const today = "2026-11-30";
  const codes = (parts: Partial<PolicyItem>) => lintDocument(item(parts), today).map(({ code }) => code);
  const document = (more: Partial<PolicyItem["document"]>) => ({ document: { ...item().document, ...more } });

  it("its number is of the year it was issued in", () => {
    expect(codes(document({ number: "示政发〔2025〕3号", issuedOn: "2025-01-10" }))).toEqual([]);
    expect(codes(document({ number: "示政发〔2019〕3号", issuedOn: "2025-01-10" }))).toEqual(["numberOfYear"]);
    expect(codes(document({ number: "示政发〔2019〕3号", issuedOn: null }))).toEqual([]);
    expect(codes(document({ number: null, issuedOn: "2025-01-10" }))).toEqual([]);
  });

  it("a place's return of tax is not in force; a refund of the law is", () => {
    const summary = "按企业地方留存部分的50%给予奖励。";
    expect(codes({ summary })).toEqual(["taxReturned"]);
    expect(codes({ summary, ...document({ validTo: "2025-12-31" }) })).toEqual([]);
    expect(codes({ summary: "增值税即征即退70%，返还到账。" })).toEqual([]);
    expect(codes({ summary, level: "national" })).toEqual([]);
    expect(codes({ summary: "按设备投资10%补助。" })).toEqual([]);
  });
});
