import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { FactIndex, IndexedFact } from "./fact-index";
import type { Figure } from "./figures";
import type { Span } from "./span";
import { merge, shareIn, type PairIndex, type Share, type Weights } from "./word-pairs";

/** The words around a figure, from the nearest to the whole text. */
export type Around = { near: Span; sentence: Span; whole: Span };

export type FoundFact = { fact: FactDefinition; score: number; spans: Span[] };
export type Reading = { text: string; pairs: PairIndex; index: FactIndex };

const alike: readonly ReadonlySet<string>[] = [
  new Set(["人", "名", "位", "人次", "人月"]),
  new Set(["个", "家", "户", "项", "件", "所", "处", "位"]),
  new Set(["天", "日"]),
  new Set(["A级", "级", "星"]),
  new Set(["张", "床月"]),
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
    .map((each) => (earlier.test(each.fact.zh) && !isEarlier ? { ...each, score: each.score - 0.8 } : each))
    .map((each) => (favour && each.score > 0 ? { ...each, score: each.score + favour(each.fact) } : each))
    .filter(({ fact, score, spans }) => score > (sameUnit(fact, unit) ? 0.25 : 1.2) && spans.length > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, 5);
}

/** Where a figure has a unit of its own, a fact of another unit needs more words. */
function sameUnit(fact: FactDefinition, unit: string | undefined): boolean {
  return !unit || fact.unit === unit || ["yuan", "percent", "date"].includes(fact.type);
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

const tune = { near: 1.5, wide: 0.6, all: 0.4, mass: 0.06, back: 1 } as const;

function scored({ fact, names, question }: IndexedFact, { pairs, around, near, weight, unit }: Scoring): FoundFact {
  let best: { score: number; share: Share } = { score: 0, share: { share: 0, mass: 0, spans: [] } };
  for (const name of names) {
    const close = shareIn(name.pairs, pairs, around.near, weight);
    const wide = shareIn(name.pairs, pairs, around.sentence, weight);
    const all = shareIn(name.pairs, pairs, around.whole, weight);
    const score =
      close.share * tune.near + wide.share * tune.wide + all.share * tune.all + Math.min(all.mass, 40) * tune.mass;
    if (score > best.score)
      best = { score, share: close.spans.length > 0 ? close : wide.spans.length > 0 ? wide : all };
  }
  if (best.score === 0) return { fact, score: 0, spans: [] };
  const own = new Set([...question, ...names.flatMap((name) => name.pairs)]);
  const mass = near.reduce((sum, pair) => sum + weight(pair), 0);
  const covered = near.reduce((sum, pair) => sum + (own.has(pair) ? weight(pair) : 0), 0);
  const back = mass === 0 ? 0 : covered / mass;
  return {
    fact,
    score: best.score + back * tune.back + (unit !== undefined && fact.unit === unit ? 0.3 : 0),
    spans: merge(best.share.spans),
  };
}

/** As `rankFacts`, with those first that the registry names after a title that was found: rdPlatformYear after rdPlatformLevel. */
export function rankKin(
  reading: Reading,
  around: Around,
  isWanted: (fact: FactDefinition) => boolean,
  titles: readonly string[],
): FoundFact[] {
  return rankFacts(reading, around, isWanted)
    .map((each) => ({
      ...each,
      score: each.score + Math.max(0, ...titles.map((title) => kinship(each.fact.name, title))),
    }))
    .sort((left, right) => right.score - left.score);
}

/** More for the longer part of the name in common. */
function kinship(dated: string, title: string): number {
  const stem = dated.replace(/(?:Recognised)?(?:Year|Date|On)$/, "");
  return stem.length >= 4 && title.startsWith(stem) ? 1.2 + stem.length * 0.03 : 0;
}
