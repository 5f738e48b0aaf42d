import { describe, expect, it } from "vitest";
import type { Gap } from "./gap";
import { factInWords, type CodeNames } from "./value-words";
import { gapInWords, leafInWords, type WordedLeaf } from "./condition-words";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";

const names: CodeNames = {
  region: (code) => ({ "340500": "马鞍山市", "340000": "安徽省" })[code] ?? null,
  industry: (code) => ({ C: "制造业", I65: "软件和信息技术服务业" })[code] ?? null,
};

const define = (
  name: string,
  type: FactDefinition["type"],
  zh: string,
  en: string,
  unit: string | null = null,
): FactDefinition => ({
  name,
  type,
  unit,
  zh,
  en,
  values:
    type === "enum"
      ? [
          { value: "micro", zh: "微型", en: "Micro" },
          { value: "small", zh: "小型", en: "Small" },
        ]
      : null,
  ordered: false,
  question: "?",
  help: "?",
  questionEn: "?",
  helpEn: "?",
  group: "g",
  scope: "enterprise",
  authority: null,
  min: null,
  max: null,
});

const ratio = define("rdRatio", "percent", "研发投入占比", "R&D share", "%");
const money = define("investment", "yuan", "设备投资额", "Equipment investment", "元");
const staff = define("employees", "integer", "职工人数", "Employees", "人");
const size = define("size", "enum", "企业规模", "Size class");
const legal = define("legal", "boolean", "具有独立法人资格", "Independent legal entity");
const region = define("region", "code", "注册地区划代码", "Region code");
const industry = define("industry", "code", "国民经济行业代码", "Industry code");
const since = define("registeredOn", "date", "成立日期", "Registered on");
const year = define("hiTechYear", "year", "认定高企年份", "Year recognised", "年");
const park = define("park", "string", "所在园区", "Park");

describe("conditions in words", () => {
  const rows: [WordedLeaf, FactDefinition, string, string][] = [
    [{ operator: "greaterThanInclusive", value: 3 }, ratio, "研发投入占比 不低于 3 %", "R&D share is at least 3 %"],
    [{ operator: "lessThan", value: 5.5 }, ratio, "研发投入占比 低于 5.5 %", "R&D share is below 5.5 %"],
    [
      { operator: "greaterThanInclusive", value: 3, negated: true },
      ratio,
      "研发投入占比 低于 3 %",
      "R&D share is below 3 %",
    ],
    [
      { operator: "greaterThan", value: 10000000 },
      money,
      "设备投资额 超过 1000 万元",
      "Equipment investment is above CNY 10,000,000",
    ],
    [
      { operator: "greaterThanInclusive", value: 19999999 },
      money,
      "设备投资额 不低于 1999.9999 万元",
      "Equipment investment is at least CNY 19,999,999",
    ],
    [
      { operator: "lessThanInclusive", value: 2000000000 },
      money,
      "设备投资额 不超过 20 亿元",
      "Equipment investment is at most CNY 2,000,000,000",
    ],
    [
      { operator: "lessThan", value: 9999.5 },
      money,
      "设备投资额 低于 9,999.5 元",
      "Equipment investment is below CNY 9,999.5",
    ],
    [
      { operator: "greaterThanInclusive", value: 1000 },
      staff,
      "职工人数 不少于 1,000 人",
      "Employees is at least 1,000 people",
    ],
    [{ operator: "equal", value: 5 }, staff, "职工人数 为 5 人", "Employees is 5 people"],
    [{ operator: "equal", value: "small" }, size, "企业规模 为 小型", "Size class is Small"],
    [{ operator: "notEqual", value: "small" }, size, "企业规模 不为 小型", "Size class is not Small"],
    [
      { operator: "in", value: ["micro", "small"] },
      size,
      "企业规模 为 微型或小型",
      "Size class is one of Micro or Small",
    ],
    [{ operator: "notIn", value: ["micro"] }, size, "企业规模 不属于 微型", "Size class is none of Micro"],
    [{ operator: "in", value: ["micro"], negated: true }, size, "企业规模 不属于 微型", "Size class is none of Micro"],
    [{ operator: "equal", value: true }, legal, "具有独立法人资格：是", "Independent legal entity: yes"],
    [{ operator: "equal", value: true, negated: true }, legal, "具有独立法人资格：否", "Independent legal entity: no"],
    [{ operator: "notEqual", value: false }, legal, "具有独立法人资格：是", "Independent legal entity: yes"],
    [{ operator: "startsWithAny", value: ["3405"] }, region, "所在地区 属于 马鞍山市", "Location is in 马鞍山市"],
    [
      { operator: "startsWithAny", value: ["34"], negated: true },
      region,
      "所在地区 不属于 安徽省",
      "Location is not in 安徽省",
    ],
    [
      { operator: "startsWithAny", value: ["C", "I65", "X9"] },
      industry,
      "所属行业 属于 制造业、软件和信息技术服务业、X9",
      "Industry is in 制造业, 软件和信息技术服务业, X9",
    ],
    [{ operator: "withinYears", value: 3 }, since, "成立日期 距今不超过 3 年", "Registered on is at most 3 years ago"],
    [
      { operator: "withinYears", value: 0.5, negated: true },
      since,
      "成立日期 距今已超过 6 个月",
      "Registered on is more than 6 months ago",
    ],
    [
      { operator: "lessThanInclusive", value: "2025-12-31" },
      since,
      "成立日期 不晚于 2025-12-31",
      "Registered on is no later than 2025-12-31",
    ],
    [
      { operator: "greaterThanInclusive", value: 2022 },
      year,
      "认定高企年份 不早于 2022 年",
      "Year recognised is no earlier than 2022",
    ],
    [{ operator: "equal", value: "慈湖高新区" }, park, "所在园区 为 慈湖高新区", "Park is 慈湖高新区"],
  ];
  it.each(rows)("%o", (leaf, definition, zh, en) => {
    expect(leafInWords(leaf, definition, "zh", names)).toBe(zh);
    expect(leafInWords(leaf, definition, "en", names)).toBe(en);
  });
});

describe("the firm's own figures in words", () => {
  const rows: [FactValue | null, FactDefinition, string, string][] = [
    [2.1, ratio, "2.1 %", "2.1 %"],
    [12345678.9, money, "12,345,678.9 元", "CNY 12,345,678.9"],
    [0, money, "0 元", "CNY 0"],
    [false, legal, "否", "no"],
    ["micro", size, "微型", "Micro"],
    ["giant", size, "giant", "giant"],
    ["340500", region, "马鞍山市", "马鞍山市"],
    ["999999", region, "999999", "999999"],
    [2024, year, "2024 年", "2024"],
    ["2024-02-29", since, "2024-02-29", "2024-02-29"],
    [null, staff, "尚未填写", "not given yet"],
  ];
  it.each(rows)("%o", (value, definition, zh, en) => {
    expect(factInWords(value, definition, "zh", names)).toBe(zh);
    expect(factInWords(value, definition, "en", names)).toBe(en);
  });
});

describe("gaps in words", () => {
  const rows: [Gap, string, string][] = [
    [
      { amount: 0.9, direction: "more", unit: "百分点", exceed: false },
      "还差 0.9 个百分点",
      "0.9 percentage points short",
    ],
    [{ amount: 410000, direction: "more", unit: "元", exceed: false }, "还差 41 万元", "CNY 410,000 short"],
    [{ amount: 12, direction: "less", unit: "人", exceed: false }, "超出 12 人", "12 people too much"],
    [{ amount: 0, direction: "more", unit: "元", exceed: true }, "须高于标准", "must be above the bound"],
    [{ amount: 500, direction: "more", unit: "元", exceed: true }, "还差 500 元以上", "more than CNY 500 short"],
    [{ amount: 0, direction: "less", unit: "百分点", exceed: true }, "须低于标准", "must be below the bound"],
    [
      { amount: 2, direction: "less", unit: "百分点", exceed: true },
      "超出 2 个百分点，且须低于标准",
      "2 percentage points too much, and must be below the bound",
    ],
  ];
  it.each(rows)("%o", (gap, zh, en) => {
    expect(gapInWords(gap, "zh")).toBe(zh);
    expect(gapInWords(gap, "en")).toBe(en);
  });
});
