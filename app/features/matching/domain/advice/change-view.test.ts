import { describe, expect, it } from "vitest";
import { changeViews } from "./change-view";
import type { Change } from "./counterfactual";
import { fact } from "~/features/policies/testing/small-catalogue";
import type { Facts } from "~/features/policies/domain/fact-definition";

const definitions = [
  fact({ name: "rdRatio", type: "percent", unit: "%", zh: "研发投入占比", en: "R&D share" }),
  fact({
    name: "title",
    type: "enum",
    zh: "称号",
    en: "Title",
    values: [
      { value: "p", zh: "省级", en: "province" },
      { value: "n", zh: "国家级", en: "nation" },
    ],
  }),
  fact({ name: "years", type: "number", unit: "年", zh: "落户年数", en: "Years here" }),
  fact({ name: "since", type: "date", zh: "成立日期", en: "Founded" }),
];
const registry = {
  facts: new Map(definitions.map((each) => [each.name, each])),
  regions: new Map(),
  industries: new Map(),
};

const told = (change: Pick<Change, "fact" | "from" | "to" | "how"> & Partial<Change>, facts: Facts = {}) =>
  changeViews(
    { changes: [{ options: [], range: null, ...change }], how: change.how, effort: 1 },
    { registry, language: "zh", facts, today: "2026-11-22" },
  )[0];

describe("a change in words", () => {
  it("says from, to, the gap and what it means in yuan", () => {
    expect(told({ fact: "rdRatio", from: 2.1, to: 3, how: "changeable" }, { annualRevenue: 45_200_000 })).toEqual({
      fact: "rdRatio",
      label: "研发投入占比",
      how: "changeable",
      from: "2.1 %",
      to: "3 %",
      gap: "还差 0.9 个百分点（约 41 万元）",
      day: null,
    });
  });
  it("says the whole range that would do, and a bound that must be passed", () => {
    const above = { least: { value: 0, inclusive: false }, most: null };
    expect(told({ fact: "years", from: null, to: 0.01, range: above, how: "answer" })).toMatchObject({
      to: "超过 0 年",
      gap: null,
    });
    expect(told({ fact: "years", from: 0, to: 0.01, range: above, how: "time" })).toMatchObject({ gap: "须高于标准" });
    const band = { least: { value: 3, inclusive: true }, most: { value: 5, inclusive: false } };
    expect(told({ fact: "rdRatio", from: 6, to: 4.99, range: band, how: "fixed" })).toMatchObject({
      to: "不低于 3 %、低于 5 %",
      gap: "超出 1 个百分点，且须低于标准",
    });
    expect(
      told({
        fact: "rdRatio",
        from: 2,
        to: 3,
        range: { least: band.least, most: { value: 3, inclusive: true } },
        how: "changeable",
      }),
    ).toMatchObject({ to: "3 %" });
  });
  it("names every title that would do, and has no gap for them", () => {
    expect(told({ fact: "title", from: null, to: "p", options: ["p", "n"], how: "answer" })).toMatchObject({
      from: "尚未填写",
      to: "省级、国家级",
      gap: null,
    });
  });
  it("tells the day that time brings", () => {
    expect(told({ fact: "years", from: 2, to: 3, how: "time" })).toMatchObject({ gap: "还差 1 年", day: "2027-11-22" });
    expect(told({ fact: "since", from: "2025-12-02", to: "2025-11-22", how: "time" })).toMatchObject({
      gap: "还差 10 天",
      day: "2026-12-02",
    });
  });
  it("says what a firm has too much of", () => {
    expect(told({ fact: "years", from: 9, to: 5, how: "fixed" })).toMatchObject({ gap: "超出 4 年", day: null });
  });
});
