import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { FactIndex, IndexedFact, Name } from "./fact-index";
import type { Figure } from "./figures";
import type { Span } from "./span";
import { merge, shareIn, type PairIndex, type Share, type Weights } from "./word-pairs";

/** The words around a figure, from the nearest to the whole text. */
export type Around = { near: Span; sentence: Span; whole: Span };

/** `score`: what its name says for it; `rank`: with what the words of its question do */
export type FoundFact = { fact: FactDefinition; score: number; rank: number; spans: Span[] };
export type Reading = { text: string; pairs: PairIndex; index: FactIndex };

const alike: readonly ReadonlySet<string>[] = [
  new Set(["人", "名", "位", "人次", "人月"]),
  new Set(["个", "家", "户", "项", "件", "所", "处", "位"]),
  new Set(["天", "日"]),
  new Set(["A级", "级", "星"]),
  new Set(["张", "床月"]),
  new Set(["吨", "吨标准煤"]),
];

type Fits = (fact: FactDefinition, figure: Pick<Figure, "unit">) => boolean;

const isCounted = ({ type }: FactDefinition) => type === "integer" || type === "number";

/** What a fact must be to hold a kind of figure: money for money, persons for persons. */
const fits: Readonly<Partial<Record<Figure["kind"], Fits>>> = {
  yuan: ({ type, unit }) => type === "yuan" || /^美?元/.test(unit ?? ""),
  percent: ({ type, unit }) => type === "percent" || unit === "%" || unit === "百分点",
  span: (fact) => fact.type === "date" || (isCounted(fact) && ["年", "月"].includes(fact.unit ?? "")),
  ordinal: ({ type, unit }, figure) => type === "integer" && (figure.unit === "" || unit === figure.unit),
  count: (fact, figure) =>
    isCounted(fact) &&
    (fact.unit === figure.unit || alike.some((units) => units.has(fact.unit ?? "") && units.has(figure.unit))),
};

/** Whether a figure of a text can be a value of the fact. */
export function fitsFigure(fact: FactDefinition, figure: Pick<Figure, "kind" | "unit">): boolean {
  return fits[figure.kind]?.(fact, figure) ?? false;
}

/** The unit of a figure, and what speaks for or against a fact beside its words. */
export type Preference = { unit?: string; favour?: (fact: FactDefinition) => number };

/** Facts that the words around a place may mean, the likeliest first; only those with a word of theirs nearby. */
export function rankFacts(
  { text, pairs, index }: Reading,
  around: Around,
  isWanted: (fact: FactDefinition) => boolean,
  { unit, favour }: Preference = {},
): FoundFact[] {
  const near = wordsWithin(pairs, around.near);
  const isEarlier = ofEarlier.test(text.slice(around.sentence.start, around.sentence.end));
  return index.facts
    .filter(({ fact }) => isWanted(fact))
    .map((each) => scored(each, { pairs, around, near, weight: index.weight, unit }))
    .map((each) => (earlier.test(each.fact.zh) && !isEarlier ? raised(each, -0.8) : each))
    .map((each) => (favour && each.score > 0 ? raised(each, favour(each.fact)) : each))
    .filter(({ fact, score, spans }) => score > (sameUnit(fact, unit) ? 0.25 : 1.2) && spans.length > 0)
    .sort((left, right) => right.rank - left.rank)
    .slice(0, 5);
}

function raised(found: FoundFact, by: number): FoundFact {
  return { ...found, score: found.score + by, rank: found.rank + by };
}

/** Where a figure has a unit of its own, a fact of another unit needs more words. */
function sameUnit(fact: FactDefinition, unit: string | undefined): boolean {
  return !unit || fact.unit === unit || areSpans(fact.unit, unit) || ["yuan", "percent", "date"].includes(fact.type);
}

const spanUnits = new Set(["年", "月"]);

function areSpans(own: string | null, unit: string): boolean {
  return spanUnits.has(own ?? "") && spanUnits.has(unit);
}

function wordsWithin(pairs: PairIndex, within: Span): string[] {
  return [...pairs].flatMap(([pair, places]) =>
    places.some((at) => at >= within.start && at + 2 <= within.end) ? [pair] : [],
  );
}

type Scoring = {
  pairs: PairIndex;
  around: Around;
  near: readonly string[];
  weight: Weights;
  unit?: string | undefined;
};

/** What a share of a name weighs by where it stands, what rare words add, and what of the words around the name explains. */
/** Facts of an earlier time are meant only where the sentence speaks of one. */
const earlier = /^(?:上届|上年|前一年度|以往|前年|上半年|一季度|去年)/;
const ofEarlier = /上届|上年|上一年|前一年|以往|历史|较|半年|季度|去年|比/;

const tune = { near: 1.5, wide: 0.6, all: 0.4, mass: 0.06, back: 1, borrowed: 0.8, question: 4, verbatim: 1 } as const;

function scored({ fact, names, question }: IndexedFact, { pairs, around, near, weight, unit }: Scoring): FoundFact {
  let best: { score: number; share: Share } = { score: 0, share: { share: 0, mass: 0, spans: [] } };
  for (const name of names) {
    const close = shareIn(name.pairs, pairs, around.near, weight);
    const wide = shareIn(name.pairs, pairs, around.sentence, weight);
    const all = shareIn(name.pairs, pairs, around.whole, weight);
    const score =
      (close.share * tune.near + wide.share * tune.wide + all.share * tune.all) *
        (name.isSynonym && !fact.zh.includes(name.words) ? tune.borrowed : 1) +
      Math.min(all.mass, 40) * tune.mass +
      (isVerbatim(fact, name, close) ? tune.verbatim : 0);
    if (score > best.score)
      best = { score, share: close.spans.length > 0 ? close : wide.spans.length > 0 ? wide : all };
  }
  if (best.score === 0) return { fact, score: 0, rank: 0, spans: [] };
  const own = new Set([...question, ...names.flatMap((name) => name.pairs)]);
  const mass = near.reduce((sum, pair) => sum + weight(pair), 0);
  const covered = near.reduce((sum, pair) => sum + (own.has(pair) ? weight(pair) : 0), 0);
  const back = mass === 0 ? 0 : covered / mass;
  const score = best.score + back * tune.back + (unit !== undefined && fact.unit === unit ? 0.3 : 0);
  return {
    fact,
    score,
    rank: score + shareIn(question, pairs, around.whole, weight).share * tune.question,
    spans: merge(best.share.spans),
  };
}

/** The registry's own name, sign for sign beside the figure. */
function isVerbatim({ zh }: FactDefinition, { words, pairs }: Name, { share, spans }: Share): boolean {
  return share > 0.99 && spans.length === 1 && pairs.length >= 3 && zh.includes(words);
}

/** As `rankFacts`, with those first that the registry names after a title that was found: rdPlatformYear after rdPlatformLevel. */
export function rankKin(
  reading: Reading,
  around: Around,
  isWanted: (fact: FactDefinition) => boolean,
  titles: readonly string[],
): FoundFact[] {
  const named = rankFacts(reading, around, isWanted);
  const unnamed = reading.index.facts
    .filter(({ fact }) => isWanted(fact) && !named.some((each) => each.fact === fact))
    .map(({ fact }) => ({ fact, score: 0, rank: 0, spans: [] }));
  return [...named, ...unnamed]
    .map((each) => raised(each, Math.max(0, ...titles.map((title) => kinship(each.fact.name, title)))))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.rank - left.rank);
}

/** More for the longer part of the name in common; less where only its first word is: logisticsRatingYear of logisticsLevel. */
function kinship(dated: string, title: string): number {
  const stem = dated.replace(/(?:Recognised)?(?:Year|Date|On)$/, "");
  if (stem.length >= 4 && title.startsWith(stem)) return 1.2 + stem.length * 0.03;
  const first = /^[a-z]+/.exec(stem)?.[0] ?? "";
  return first.length >= 8 && new RegExp(`^${first}(?![a-z])`).test(title) ? 0.8 : 0;
}
