import type { FactDefinition } from "~/features/policies/domain/fact-definition";

/** Taxes and charges by the words that texts and names of facts use for them. */
const taxes: readonly (readonly string[])[] = [
  ["土地增值税", "土增税"],
  ["增值税"],
  ["企业所得税", "所得税", "所得"],
  ["个人所得税"],
  ["印花税"],
  ["契税"],
  ["房产税", "房土"],
  ["土地使用税", "房土"],
  ["关税", "进口环节税"],
  ["车船税"],
  ["车辆购置税", "车购税"],
  ["消费税"],
  ["资源税"],
  ["环境保护税", "环保税"],
  ["耕地占用税"],
  ["残疾人就业保障金", "残保金"],
];

/** Which taxes some words name; 土地增值税 is no 增值税. */
function taxesIn(words: string): Set<number> {
  const plain = words.replaceAll(/土地增值税|土增税/g, "①");
  return new Set(
    taxes.flatMap((names, at) =>
      (at === 0 ? plain.includes("①") : names.some((name) => plain.includes(name))) ? [at] : [],
    ),
  );
}

/** More for a fact that names the tax a sentence relieves of, less for one that names another. */
export function favourOf(sentence: string): (fact: FactDefinition) => number {
  const said = taxesIn(sentence.replace(/应纳税所得额|所得(?!税)/g, ""));
  return ({ zh }) => {
    const own = taxesIn(zh);
    if (said.size === 0 || own.size === 0) return 0;
    return [...own].some((tax) => said.has(tax)) ? 0.6 : -1;
  };
}
