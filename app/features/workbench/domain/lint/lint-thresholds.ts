import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { amountFacts, leavesOf } from "~/features/policies/domain/walk-conditions";
import { comparisonAt } from "../drafting/comparisons";
import { readFigures, type Figure } from "../drafting/figures";
import { evenWidth } from "../drafting/span";
import type { Finding } from "./finding";
import { slashed } from "./lint-evidence";

type Found = Omit<Finding, "itemId">;
type Definitions = ReadonlyMap<string, FactDefinition>;

/** A figure that the words compare and no rule or question holds, and one that the rule asks and no word says. */
export function lintThresholds(item: PolicyItem, facts: Definitions): Found[] {
  return [...lost(item, facts), ...unsaid(item, facts)];
}

const measured: ReadonlySet<Figure["kind"]> = new Set(["yuan", "percent", "count", "span"]);

/** 营业收入2000万元以上 in title or summary, and nobody asks for 2000万: a condition was lost when the item was written down. */
function lost(item: PolicyItem, facts: Definitions): Found[] {
  const text = `${item.title}。${item.summary}`;
  const plain = evenWidth(text);
  const ruled = [
    ...numbersOf([item.conditions, item.amount, item.multiplier, item.quota ?? null, item.conditionsAfter ?? null]),
    ...readFigures(wordsOf(item, facts)).map(({ value }) => value),
  ];
  const words = readFigures(text)
    .filter((figure) => measured.has(figure.kind) && !ruled.some((value) => isSame(figure.value, value)))
    .flatMap((figure) => {
      const compared = comparisonAt(plain, figure);
      const words = compared ? text.slice(compared.start, compared.end) : "最长";
      return words.startsWith("最长") || figure.unit === "档" ? [] : [words];
    });
  return words.length === 0
    ? []
    : [{ code: "thresholdLost", path: "/conditions", values: { words: [...new Set(words)].join("、") } }];
}

/** Names, questions and explanations of the facts that a rule reads: 参保满6个月的人数 asks for the six months. */
function wordsOf({ conditions, amount }: PolicyItem, facts: Definitions): string {
  const named = [...leavesOf(conditions).map(({ node }) => node.fact), ...amountFacts(amount).map(({ node }) => node)];
  return [...new Set(named)]
    .map((name) => facts.get(name))
    .map((fact) => [fact?.zh, fact?.question, fact?.help, ...(fact?.values ?? []).map(({ zh }) => zh)].join("。"))
    .join("。");
}

const comparisons: ReadonlySet<string> = new Set([
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "withinYears",
]);

/** A threshold that stands in no word of the item: it keeps out whom the text may let in. */
function unsaid(item: PolicyItem, facts: Definitions): Found[] {
  const said = readFigures(`${item.title}。${item.summary}。${item.notes ?? ""}。${wordsOf(item, facts)}`);
  return leavesOf(item.conditions).flatMap(({ at, node }): Found[] => {
    const { fact, operator, value } = node;
    if (!comparisons.has(operator) || typeof value !== "number" || facts.get(fact)?.type === "year") return [];
    if (value === 0 || value === 1 || said.some((figure) => isSame(figure.value, value))) return [];
    return [{ code: "thresholdUnsaid", path: slashed(at), fact, values: { value } }];
  });
}

/** The same figure, in months or years, as a number or in units of ten thousand. */
function isSame(figure: number, value: number): boolean {
  return [figure, figure / 12, figure / 100, 100 - figure, figure * 10_000].some(
    (each) => Math.abs(each - value) <= Math.abs(value) * 1e-9,
  );
}

function numbersOf(part: unknown): number[] {
  if (typeof part === "number") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(numbersOf) : [];
}
