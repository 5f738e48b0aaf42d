import { describe, expect, it } from "vitest";
import { dayStands, figureStands, isOpenRangeEnd, nameShare, withoutPaid } from "./plain-search";

const yuan = (value: number) => ({ as: "yuan" as const, value });
const percent = (value: number) => ({ as: "percent" as const, value });

describe("the plain search", () => {
  it.each<[string, number, boolean]>([
    ["奖励20万元", 200_000, true],
    ["奖励20万元", 2_000_000, false],
    ["奖励120万元", 200_000, false],
    ["补两万元", 20_000, true],
    ["补3000元", 3000, true],
    ["营收1亿2000万元", 120_000_000, true],
    ["分别奖5万、10万元", 50_000, true],
    ["按200、300万元两档", 2_000_000, true],
    ["给予100至200万元", 1_000_000, true],
    ["收入达3千万元", 30_000_000, true],
    ["参会20人", 20, false],
  ])("%s holds %d yuan: %s", (text, value, isThere) => expect(figureStands(text, yuan(value))).toBe(isThere));

  it.each<[string, number, boolean]>([
    ["按20％补助", 20, true],
    ["百分之二十", 20, true],
    ["按120%补助", 20, false],
    ["3‰", 0.3, true],
    ["减半征收", 50, true],
    ["免征增值税", 100, true],
    ["奖励20万元", 20, false],
  ])("%s holds %d per cent: %s", (text, value, isThere) => expect(figureStands(text, percent(value))).toBe(isThere));

  it("needs the unit for a small count and no other unit for a larger one", () => {
    expect(figureStands("签1年以上合同", { as: "count", value: 1, unit: "人" })).toBe(false);
    expect(figureStands("吸纳1人", { as: "count", value: 1, unit: "人" })).toBe(true);
    expect(figureStands("面积5000㎡", { as: "count", value: 5000, unit: "平方米" })).toBe(true);
    expect(figureStands("奖5000万元", { as: "count", value: 5000, unit: "平方米" })).toBe(false);
  });

  it("reads 同一人 and 每一项 as no count", () => {
    expect(figureStands("同一人同一单位不重复享受", { as: "count", value: 1, unit: "人" })).toBe(false);
    expect(figureStands("吸纳一人奖励", { as: "count", value: 1, unit: "人" })).toBe(true);
  });

  it("reads 一次性 as no count", () => {
    expect(figureStands("一次性奖励20万元", { as: "count", value: 1, unit: "次" })).toBe(false);
    expect(figureStands("至少参展一次", { as: "count", value: 1, unit: "次" })).toBe(true);
  });

  it.each<[string, number, boolean]>([
    ["面积1万至3万平方米", 30_000, true],
    ["面积1万至3万平方米", 10_000, true],
    ["面积1万至3万平方米（不含）", 30_000, false],
    ["面积6000平方米以上至3万平方米以下", 30_000, false],
    ["面积超过3万平方米", 30_000, false],
  ])("%s leaves open whether %d is within: %s", (text, value, isOpen) =>
    expect(isOpenRangeEnd(text, { as: "count", value })).toBe(isOpen),
  );

  it("finds days and years from the claim", () => {
    expect(dayStands("自2023年10月7日起", "2023-10-07")).toBe(true);
    expect(dayStands("自2023年10月起", "2023-10-07")).toBe(false);
    expect(dayStands("当年新认定", { year: 0 })).toBe(true);
    expect(dayStands("上年度认定", { year: -1 })).toBe(true);
    expect(dayStands("认定的", { year: 0 })).toBe(false);
    expect(dayStands("近三年认定", { year: -2 })).toBe(true);
    expect(dayStands("近三年认定", { year: -3 })).toBe(false);
  });

  it("counts years and accounting years", () => {
    const year = (value: number) => ({ as: "count" as const, value, unit: "年" });
    expect(figureStands("满2周年", year(2))).toBe(true);
    expect(figureStands("两个自然年度", year(2))).toBe(true);
  });

  it("takes a sum that is paid for no threshold, and a loan for one", () => {
    const stands = (text: string) => figureStands(withoutPaid(text), yuan(800_000));
    expect(stands("按投入补助，最高80万元")).toBe(false);
    expect(stands("分别奖励30万元、80万元")).toBe(false);
    expect(stands("投入80万元，奖励80万元")).toBe(true);
    expect(stands("可贷最高80万元")).toBe(true);
  });

  it("shares out a name by its pairs", () => {
    expect(nameShare("设备投资额10%", "设备投资额")).toBe(1);
    expect(nameShare("按工资8%", "设备投资额")).toBe(0);
  });
});
