import { chineseFigures } from "~/features/policies/domain/chinese-figures";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Finding } from "./finding";

type Found = Omit<Finding, "itemId">;
type Worded = Pick<PolicyItem, "title" | "summary" | "conditions" | "amount" | "quota">;

/**
 * Sums of money that the words say are paid (奖励50万元, 最高100万元) and no part of the rule holds, drawn beside the sums of the rule.
 * A sum that a comparison makes a threshold is found by the condition it belongs to, not here.
 */
export function lintSums({ title, summary, conditions, amount, quota }: Worded): Found[] {
  const ruled = new Set(numbersOf([conditions, amount, quota ?? null]));
  const sums = paidSums(`${title}。${summary}`);
  const lost = sums.filter(({ values }) => !values.some((value) => ruled.has(value)));
  if (lost.length === 0) return [];
  const rule = [...new Set(numbersOf(amount))].sort((left, right) => left - right).join("、");
  return [
    {
      code: "sumInWords",
      path: "/amount",
      values: { words: [...new Set(lost.map(({ text }) => `${text}元`))].join("、"), rule },
    },
  ];
}

const paying =
  /(?:奖励|奖补|奖|补助|补贴|补足|补|给予|给|资助|扶持|支持|最高|封顶|上限)(?:资金|金额|每家|每户|一次性|不超过|为|达)*\d[\d.]*[百千万亿]*元/g;

function paidSums(text: string): { text: string; values: number[] }[] {
  return [...text.matchAll(paying)].flatMap(([words]) => chineseFigures(words).filter(({ kind }) => kind === "yuan"));
}

/** All numbers of a part of a rule. */
function numbersOf(part: unknown): number[] {
  if (typeof part === "number") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(numbersOf) : [];
}
