import { describe, expect, it } from "vitest";
import { comparisonAt } from "./comparisons";
import { evenWidth } from "./span";
import { edgeOf, readFigures } from "./figures";

const read = (text: string) =>
  readFigures(text).map(({ kind, value, unit, day, start, end }) => ({
    kind,
    value,
    unit,
    day,
    words: text.slice(start, end),
  }));
const values = (text: string) => readFigures(text).map(({ kind, value }) => `${kind} ${value}`);

describe("figures", () => {
  it.each<[string, string[]]>([
    ["给予500万元奖励", ["yuan 5000000"]],
    ["年营收1亿2000万", ["yuan 120000000"]],
    ["一次性补两万元", ["yuan 20000"]],
    ["奖１００万元", ["yuan 1000000"]],
    ["补助1,500元", ["yuan 1500"]],
    ["按20％补助", ["percent 20"]],
    ["按百分之二十给予", ["percent 20"]],
    ["千分之三", ["percent 0.3"]],
    ["费率3‰", ["percent 0.3"]],
    ["贴息1.5个百分点", ["percent 1.5"]],
    ["租金打5折", ["percent 50"]],
    ["给予100至200万元", ["yuan 1000000", "yuan 2000000"]],
    ["补助5-10万元", ["yuan 50000", "yuan 100000"]],
    ["分200、300、500万元三档", ["yuan 2000000", "yuan 3000000", "yuan 5000000", "count 3"]],
    ["达500万、1000万、2000万元", ["yuan 5000000", "yuan 10000000", "yuan 20000000"]],
    ["三、四、五星级", ["count 3", "count 4", "count 5"]],
    ["5A、4A级景区", ["count 5", "count 4"]],
    ["面积1万平方米", ["count 10000"]],
    ["6千至8千平方米", ["count 6000", "count 8000"]],
    ["参保3个月", ["span 3"]],
    ["满2年", ["span 24"]],
    ["获利第3至5年", ["ordinal 3", "ordinal 5"]],
    ["按1.5倍", ["times 1.5"]],
    ["二十人以上", ["count 20"]],
    ["三星级以上酒店", ["count 3"]],
    ["AAAA级景区", ["count 4"]],
    ["通过CMMI5级、4级认证", ["count 5", "count 4"]],
    ["年满16周岁", ["count 16"]],
    ["500（含）万元", ["yuan 5000000"]],
    ["高于全市2个百分点", ["percent 2"]],
    ["装机1.5兆瓦", ["count 1500"]],
    ["占地600平方", ["count 600"]],
    ["节能700吨标煤", ["count 700"]],
  ])("%s", (text, wanted) => expect(values(text)).toEqual(wanted));

  it("says no figure where words only look like one", () => {
    for (const text of [
      "一次性奖励",
      "一般企业",
      "第一出品方",
      "统一组织",
      "GB/T 4754",
      "5G工厂",
      "万众创业",
      "十分重要",
      "前一年度营业收入",
      "上一年纳税",
    ])
      expect(read(text), text).toEqual([]);
  });

  it("knows days of a year, dates and years", () => {
    expect(read("2025年3月16日至年底")[0]).toMatchObject({ kind: "date", day: "2025-03-16" });
    expect(read("次年4月30日前")[0]).toMatchObject({ kind: "day", day: "04-30" });
    expect(read("2022至2025年登记").map(({ kind }) => kind)).toContain("year");
    expect(read("2026年度")[0]).toMatchObject({ kind: "year", value: 2026 });
    expect(read("2023年6月后")[0]).toMatchObject({ kind: "date", day: "2023-06" });
    expect(read("2024年4月24日至12月31日").map(({ day }) => day)).toEqual(["2024-04-24", "2024-12-31"]);
    expect(read("3月至10月受理").map(({ kind }) => kind)).not.toContain("span");
  });

  it("knows the first and the last day of a month and a year", () => {
    expect(edgeOf({ day: "2024-02", value: 2024 }, "last")).toBe("2024-02-29");
    expect(edgeOf({ day: null, value: 2023 }, "first")).toBe("2023-01-01");
  });

  it("keeps the place of each figure", () => {
    expect(read("投资不低于1000万元的，按8%补助").map(({ words }) => words)).toEqual(["1000万元", "8%"]);
  });
});

describe("comparisons", () => {
  const compared = (text: string) => comparisonAt(evenWidth(text), readFigures(text)[0] as never)?.operator ?? null;
  it.each<[string, string | null]>([
    ["1000万元以上", "greaterThanInclusive"],
    ["1000万元(含)以上", "greaterThanInclusive"],
    ["1000万元及以上", "greaterThanInclusive"],
    ["1000万元以上(不含)", "greaterThan"],
    ["1000万元以下", "lessThanInclusive"],
    ["1000万元以下(不含)", "lessThan"],
    ["30万元以内", "lessThanInclusive"],
    ["不低于1000万元", "greaterThanInclusive"],
    ["不少于3天", "greaterThanInclusive"],
    ["达到5000万元", "greaterThanInclusive"],
    ["满300张", "greaterThanInclusive"],
    ["超过20%", "greaterThan"],
    ["高于35%", "greaterThan"],
    ["首次突破1亿元", "greaterThan"],
    ["不超过70%", "lessThanInclusive"],
    ["不高于1%", "lessThanInclusive"],
    ["不足300张", "lessThan"],
    ["不满20人", "lessThan"],
    ["低于100万元", "lessThan"],
    ["获证4年内", "lessThanInclusive"],
    ["≥3000万元", "greaterThanInclusive"],
    ["500万元（含500万元）以上", "greaterThanInclusive"],
    ["1亿元（人民币，下同）以上", "greaterThanInclusive"],
    ["不低于（含）500万元", "greaterThanInclusive"],
    ["300万元每亩以上", "greaterThanInclusive"],
    ["不少于等值500万美元", "greaterThanInclusive"],
    ["10人及其以上", "greaterThanInclusive"],
    ["排名前10名", "lessThanInclusive"],
    ["不得少于12人", "greaterThanInclusive"],
    ["不应低于12%", "greaterThanInclusive"],
    ["不可超过12%", "lessThanInclusive"],
    ["未高于12%", "lessThanInclusive"],
    ["小于或者等于12%", "lessThanInclusive"],
    ["等于或大于12%", "greaterThanInclusive"],
    ["12人（含以上）", "greaterThanInclusive"],
    ["12人（及以下）", "lessThanInclusive"],
    ["12人以上（不含12人）", "greaterThan"],
    ["小于28纳米（含）", "lessThanInclusive"],
    ["没有达到12%", "lessThan"],
    ["12辆起步", "greaterThanInclusive"],
    ["不低于职工总数的12%", "greaterThanInclusive"],
    ["超过职工总数的12%", "greaterThan"],
    ["不高于控制目标（12%）", "lessThanInclusive"],
    ["低于国家标准12%", "greaterThanInclusive"],
    ["最高按投资的12%", null],
    ["不低于最低工资标准的12%", "greaterThanInclusive"],
    ["达最低工资12%", "greaterThanInclusive"],
    ["当地最低工资12%", null],
    ["不超过计税基础12%的部分", null],
    ["奖励20万元", null],
  ])("%s", (text, operator) => expect(compared(text)).toBe(operator));
});
