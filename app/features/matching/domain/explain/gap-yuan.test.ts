import { describe, expect, it } from "vitest";
import { aboutYuan, yuanOfGap } from "./gap-yuan";
import type { Gap } from "~/features/policies/domain/gap";

const points = (amount: number): Gap => ({ amount, direction: "more", unit: "百分点", exceed: false });

describe("what a gap means in yuan", () => {
  it("is the share of the ratio's base: 0.9 points of 45.2 million in revenue", () => {
    expect(yuanOfGap(points(0.9), "rdRatio", { annualRevenue: 45_200_000 })).toBe(406_800);
  });
  it("is a share of the year before for growth", () => {
    expect(yuanOfGap(points(2.5), "revenueGrowth", { annualRevenuePrevious: 1_000_000, annualRevenue: 9 })).toBe(
      25_000,
    );
  });
  it("is not told where the base is unknown, where there is none, and for other units", () => {
    expect(yuanOfGap(points(0.9), "rdRatio", {})).toBeNull();
    expect(yuanOfGap(points(0.9), "disabledRatio", { annualRevenue: 1 })).toBeNull();
    expect(yuanOfGap(points(0), "rdRatio", { annualRevenue: 100 })).toBeNull();
    expect(yuanOfGap({ ...points(3), unit: "人" }, "rdRatio", { annualRevenue: 100 })).toBeNull();
  });
  it.each([
    [406_800, "约 41 万元", "about CNY 410,000"],
    [410_000, "约 41 万元", "about CNY 410,000"],
    [9_999, "约 9,999 元", "about CNY 9,999"],
    [123_400_001, "约 1.24 亿元", "about CNY 124,000,000"],
    [100_000_000, "约 1 亿元", "about CNY 100,000,000"],
  ])("%d is said %s", (yuan, zh, en) => {
    expect(aboutYuan(yuan, "zh")).toBe(zh);
    expect(aboutYuan(yuan, "en")).toBe(en);
  });
});
