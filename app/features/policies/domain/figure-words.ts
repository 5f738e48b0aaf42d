import { partsOfOperation, type Figure } from "./figure";

type Naming = { fact: (name: string) => string; language: "zh" | "en" };

/** A figure in words: 「（应纳增值税 − 软件销售额 × 3%）」, 「占地面积 × 单价」, 「实缴税额与地方贡献中较低的」; `fact` names a fact. */
export function figureInWords(figure: Figure, naming: Naming): string {
  if (typeof figure === "string") return naming.fact(figure);
  if (typeof figure === "number") return numberInWords(figure);
  const { operator, pair } = partsOfOperation(figure);
  const [left, right] = pair.map((each) => figureInWords(each, naming)) as [string, string];
  if (operator === "times") return `${left} × ${right}`;
  if (operator === "minus") return `${bracket(naming.language)[0]}${left} − ${right}${bracket(naming.language)[1]}`;
  return naming.language === "zh" ? `${left}与${right}中较低的一项` : `the lower of ${left} and ${right}`;
}

function bracket(language: Naming["language"]): readonly [string, string] {
  return language === "zh" ? ["（", "）"] : ["(", ")"];
}

/** A share is said in percent. */
function numberInWords(value: number): string {
  if (value > 0 && value < 1) return `${Number((value * 100).toPrecision(12))}%`;
  return value.toLocaleString("en-US", { maximumFractionDigits: 12 });
}
