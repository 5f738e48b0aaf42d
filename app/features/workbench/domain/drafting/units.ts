import type { FigureKind } from "./figures";

/** Units that texts count in, as one alternative of a pattern, a longer one before what it begins with. */
export const units =
  "平方米|平方公里|立方米|公顷|平米|平方|㎡|m²|m2|纳米|微米|毫米|克\\/升|千克|公斤|兆瓦时|个自然年度|个纳税年度|个会计年度|个年度|个?标准?箱|TEU|架次|人次|人天|人月|间夜|床月|总吨|吨标准?煤|千瓦时|千瓦|兆瓦|公里|工作日|小时|分钟|自然年度|年度|周年|个月|月|年|周岁|岁|天|日|星级|星|级|档|届|轴|辆|件|家|户|项|名|人|位|个|次|场|集|部|台|套|张|亩|条|批|类|吨|间|所|架|艘|支|本|款|座|处|强|只|头|倍|A级|A|度|成";

/** What a unit says that a figure is; every other one counts. */
export const kinds: Readonly<Record<string, FigureKind>> = {
  元: "yuan",
  美元: "yuan",
  港元: "yuan",
  欧元: "yuan",
  "%": "percent",
  "‰": "percent",
  个百分点: "percent",
  百分点: "percent",
  折: "percent",
  成: "percent",
  个月: "span",
  月: "span",
  倍: "times",
};

const sameUnit: Readonly<Record<string, string>> = {
  平米: "平方米",
  平方: "平方米",
  "㎡": "平方米",
  "m²": "平方米",
  m2: "平方米",
  吨标煤: "吨标准煤",
  兆瓦: "千瓦",
  A: "A级",
  星级: "星",
  周岁: "岁",
  TEU: "标箱",
  标准箱: "标箱",
  个标箱: "标箱",
  个标准箱: "标箱",
  个月: "月",
};

/** The registry's word for a unit. */
export function plainUnit(unit: string): string {
  return isYears(unit) ? "年" : (sameUnit[unit] ?? unit);
}

const factors: Readonly<Record<string, number>> = { "‰": 0.1, 折: 10, 成: 10, 兆瓦: 1000 };

/** A figure as the registry counts it: years in months, parts of a hundred, 兆瓦 in 千瓦. */
export function scale(value: number, unit: string): number {
  return isYears(unit) ? value * 12 : value * (factors[unit] ?? 1);
}

const years = /^(?:年|周年|个?(?:自然|纳税|会计)?年度)$/;

export function isYears(unit: string): boolean {
  return years.test(unit);
}
