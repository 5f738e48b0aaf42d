import { factsOfFigure, type Figure } from "~/features/policies/domain/figure";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Proposal } from "~/features/workbench/domain/drafting/proposal";
import { dayStands, figureStands, nameShare, type Wanted } from "./plain-search";
import type { FlatLeaf } from "./flat-leaf";
import { leavesOf, near, words } from "./flat-leaf";
import { scoreThresholds, isThreshold, thresholdStands } from "./score-thresholds";

/** What was counted of one item: asked is what its words state, right what of that was proposed as the catalogue has it. */
export type Score = {
  amounts: { asked: number; right: number };
  thresholds: { asked: number; right: number };
  facts: { asked: number; right: number };
  invented: { asked: number; found: number };
  /** conditions proposed on facts that the rule does not name */
  beside: { asked: number; found: number };
  notStated: number;
  /** what went wrong, for whoever develops */
  misses: string[];
};

export type Registry = ReadonlyMap<string, FactDefinition>;

export type WordsOf = (fact: string) => readonly string[];

/** Least share of a name's pairs that must stand in the words for the fact to count as named. */
const named = 0.6;

/** Compares what was proposed for an item with the rule that the catalogue holds, as far as the words state it. */
export function scoreItem(
  item: Pick<PolicyItem, "conditions" | "amount">,
  text: string,
  proposals: readonly Proposal[],
  { facts, wordsOf }: { facts: Registry; wordsOf: WordsOf },
): Score {
  const score: Score = {
    amounts: { asked: 0, right: 0 },
    thresholds: { asked: 0, right: 0 },
    facts: { asked: 0, right: 0 },
    invented: { asked: 0, found: 0 },
    beside: { asked: 0, found: 0 },
    notStated: 0,
    misses: [],
  };
  const drafted = proposals.flatMap(({ what }) => (what.kind === "condition" ? leavesOf(what.condition) : []));
  const amount = proposals.flatMap(({ what }) => (what.kind === "amount" ? [what.amount] : []))[0] ?? null;
  scoreAmount(score, item, text, amount);
  scoreThresholds(score, { stored: leavesOf(item.conditions), drafted, text, facts });
  scoreFacts(score, { item, drafted, amount, text, facts });
  const own = new Set([...leavesOf(item.conditions).map(({ fact }) => fact), ...factsOf(item.amount)]);
  for (const { fact, operator, value } of drafted) {
    score.beside.asked += 1;
    if (own.has(fact)) continue;
    score.beside.found += 1;
    score.misses.push(`beside ${facts.get(fact)?.zh} ${fact} ${operator} ${JSON.stringify(value)}`);
  }
  scoreInvented(score, { proposals, text, facts, wordsOf });
  return score;
}

type Amount = Readonly<Record<string, unknown>>;
type Role = { role: string; value: number; as: Wanted["as"] };

/** What a figure of an amount is; everything else of it is no figure. */
const roles: Readonly<Record<string, Wanted["as"]>> = {
  yuan: "yuan",
  percent: "percent",
  capYuan: "yuan",
  yuanPerUnit: "yuan",
  yuanPerStep: "yuan",
  baseYuan: "yuan",
  step: "count",
  over: "count",
  from: "count",
};

const pays = new Set(["yuan", "percent", "yuanPerUnit", "yuanPerStep"]);

function figuresOf(amount: unknown): Role[] {
  if (Array.isArray(amount)) return amount.flatMap(figuresOf);
  if (typeof amount !== "object" || amount === null) return [];
  return Object.entries(amount).flatMap(([key, value]): Role[] => {
    if (key === "sharedCap" || key === "rangeYuan" || key === "instalments") return [];
    const as = roles[key];
    if (as && typeof value === "number") return value === 0 ? [] : [{ role: key, value, as }];
    return figuresOf(value);
  });
}

function stands(text: string, { value, as }: Role): boolean {
  if (as !== "count") return figureStands(text, { as, value });
  return figureStands(text, { as: "yuan", value }) || figureStands(text, { as: "count", value });
}

function scoreAmount(score: Score, { amount }: Pick<PolicyItem, "amount">, text: string, drafted: Amount | null): void {
  const wanted = figuresOf(amount);
  const paid = wanted.filter(({ role }) => pays.has(role));
  if (paid.length === 0) return;
  if (!paid.every((each) => stands(text, each))) {
    score.notStated += 1;
    return;
  }
  score.amounts.asked += 1;
  const own = figuresOf(drafted);
  const stated = wanted.filter((each) => stands(text, each));
  const missing = stated.filter((each) => !take(own, each));
  const isCapWrong = own.some(({ role }) => role === "capYuan") && !wanted.some(({ role }) => role === "capYuan");
  if (drafted?.["kind"] === amount.kind && missing.length === 0 && !isCapWrong) score.amounts.right += 1;
  else score.misses.push(`amount ${JSON.stringify(amount)} drafted ${JSON.stringify(drafted)}`);
}

/** Takes one figure of the same role and value out. */
function take(from: Role[], wanted: Role): boolean {
  const at = from.findIndex(({ role, value }) => role === wanted.role && near(value, wanted.value));
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}

type Compare = {
  item: Pick<PolicyItem, "conditions" | "amount">;
  drafted: readonly FlatLeaf[];
  amount: Amount | null;
  text: string;
  facts: Registry;
};

function scoreFacts(score: Score, { item, drafted, amount, text, facts }: Compare): void {
  const inAmount = new Set(factsOf(amount));
  const wanted = [
    ...leavesOf(item.conditions).filter(({ fact }) => fact !== "region"),
    ...factsOf(item.amount).map((fact) => ({ fact, operator: "amount", value: null })),
  ];
  for (const leaf of once(wanted)) {
    const fact = facts.get(leaf.fact);
    if (!fact) continue;
    if (!factStands(text, leaf, fact)) {
      score.notStated += 1;
      continue;
    }
    score.facts.asked += 1;
    const isRight =
      leaf.operator === "amount" ? inAmount.has(leaf.fact) : drafted.some((each) => sameFact(each, leaf, fact));
    if (isRight) score.facts.right += 1;
    else score.misses.push(`fact ${fact.zh} ${words(leaf)}`);
  }
}

function once(leaves: readonly FlatLeaf[]): FlatLeaf[] {
  const seen = new Set<string>();
  return leaves.filter(({ fact, operator }) => {
    const key = `${fact} ${operator === "amount"}`;
    return !seen.has(key) && seen.add(key);
  });
}

const bases = new Set(["base", "on", "unit", "previous", "factor"]);

/** Facts that an amount counts with. */
function factsOf(amount: unknown): string[] {
  if (Array.isArray(amount)) return amount.flatMap(factsOf);
  if (typeof amount !== "object" || amount === null) return [];
  return Object.entries(amount).flatMap(([key, value]) =>
    bases.has(key) && value !== null ? [...factsOfFigure(value as Figure)] : factsOf(value),
  );
}

function factStands(text: string, { value }: FlatLeaf, fact: FactDefinition): boolean {
  if (nameShare(text, fact.zh) >= named) return true;
  const values = (Array.isArray(value) ? value : [value]) as unknown[];
  return (fact.values ?? []).some(({ value: own, zh }) => values.includes(own) && zh.length >= 3 && text.includes(zh));
}

function sameFact(own: FlatLeaf, wanted: FlatLeaf, { type }: FactDefinition): boolean {
  if (own.fact !== wanted.fact) return false;
  if (type !== "enum" && type !== "boolean") return true;
  const [left, right] = [own.value, wanted.value].map((value) => (Array.isArray(value) ? value : [value]) as unknown[]);
  const isDenied = (operator: string) => operator === "notEqual" || operator === "notIn";
  const shares = (left ?? []).some((each) => (right ?? []).includes(each));
  return isDenied(own.operator) === isDenied(wanted.operator) ? shares : type === "boolean" ? !shares : false;
}

type Inventing = { proposals: readonly Proposal[]; text: string; facts: Registry; wordsOf: WordsOf };

/** A figure, title or date that stands in no word of the text. */
function scoreInvented(score: Score, { proposals, text, facts, wordsOf }: Inventing): void {
  const count = (isThere: boolean, what: string) => {
    score.invented.asked += 1;
    if (isThere) return;
    score.invented.found += 1;
    score.misses.push(`invented ${what}`);
  };
  for (const { what } of proposals) {
    if (what.kind === "amount")
      for (const each of figuresOf(what.amount)) count(stands(text, each), JSON.stringify(each));
    if (what.kind === "condition")
      for (const leaf of leavesOf(what.condition)) {
        const fact = facts.get(leaf.fact);
        if (fact) count(proposedStands(text, leaf, fact, wordsOf), words(leaf));
      }
    for (const day of daysOf(what)) count(dayInWords(text, day), day);
  }
}

function proposedStands(text: string, leaf: FlatLeaf, fact: FactDefinition, wordsOf: WordsOf): boolean {
  if (fact.type === "date" && typeof leaf.value === "string") return dayInWords(text, leaf.value);
  if (isThreshold(leaf, fact)) return isYearOfClaim(leaf) || thresholdStands(text, leaf, fact);
  if (leaf.value === 0) return true;
  const values = (Array.isArray(leaf.value) ? leaf.value : [leaf.value]) as unknown[];
  const names = [
    fact.zh,
    ...wordsOf(fact.name),
    ...(fact.values ?? []).flatMap(({ value, zh }) => (values.includes(value) ? [zh] : [])),
  ];
  return names.some((name) => nameShare(text, name) >= 0.5);
}

/** A year counted from the claim that a word of the text says: 当年, 新认定, 首次, 上年度, 近三年. */
function isYearOfClaim({ value }: FlatLeaf): boolean {
  return typeof value === "object" && value !== null;
}

function daysOf(what: Proposal["what"]): string[] {
  if (what.kind === "window") return [what.opens, what.closes].flatMap((day) => day ?? []);
  return what.kind === "term" ? [what.from, what.to].flatMap((day) => day ?? []) : [];
}

function dayInWords(text: string, day: string): boolean {
  if (day.length === 5) return dayStands(text, `0000-${day}`);
  return dayStands(text, day) || text.includes(`${day.slice(0, 4)}年`) || text.includes(day.slice(0, 4));
}
