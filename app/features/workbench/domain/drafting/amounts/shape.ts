import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Amount } from "~/features/policies/domain/amount-schema";
import type { Figure } from "../figures";
import { fitsFigure, rankFacts, type Around, type FoundFact, type Reading } from "../find-fact";
import { favourOfFirst } from "../implied";
import { figuresIn, spanOf, type Masked } from "../mask";
import type { Span } from "../span";

/** Where an amount is looked for: a sentence of a text, with all its figures. */
export type Place = { whole: Span; title: Span; sentence: Span; figures: readonly Figure[] } & Reading;

type Whole = { amount: Amount; spans: Span[]; others: string[] };
/** An amount that words state, with their places and the other facts its base may mean. */
export type FoundAmount = Whole;

/** What one kind of sentence states; what all amounts have in common is added to it. */
export type Shaped = Omit<Whole, "amount"> & { amount: Partial<Amount> & { kind: Amount["kind"] } };

export type Shape = (masked: Masked, place: Place) => Shaped | null;

/** Verbs that give, and words that set a most, as parts of patterns. */
export const gives =
  "(?:奖励|奖补|奖|补助|补贴|补足|补|给予|给|资助|扶持|支持|返还|扣减|贴息|拨付|追加|叠加|加|配套|予以|享受|核拨|发放|减|免)";
export const most = "(?:最高|不超过|不高于|封顶|上限|限额|最多|至多|累计|总额|控制在)";

const breaks = [..."，,。；;：:"];

/** The start of the piece between signs that a place of the masked text lies in. */
export function pieceStart(text: string, at: number): number {
  return Math.max(...breaks.map((sign) => text.lastIndexOf(sign, at - 1))) + 1;
}

export function pieceEnd(text: string, at: number): number {
  const ends = breaks.map((sign) => text.indexOf(sign, at)).filter((end) => end >= 0);
  return ends.length === 0 ? text.length : Math.min(...ends);
}

/** The words from one place of the masked text to another, with the sentence and the text around them. */
export function aroundOf(masked: Masked, place: Place, start: number, end: number): Around {
  return { near: spanOf(masked, start, end), sentence: place.sentence, whole: place.whole };
}

/** Facts that the words before a figure may mean by it. */
export function factsFor(figure: Figure, around: Around, place: Place): FoundFact[] {
  const words = place.text.slice(around.near.start, around.near.end);
  return rankFacts(place, around, (fact) => fitsFigure(fact, figure), {
    unit: figure.unit,
    favour: favourOfFirst(words, place.index),
  });
}

export const isMoney = ({ type }: FactDefinition) => type === "yuan";

export function nameOf(ranked: readonly FoundFact[]): string {
  return ranked[0]?.fact.name ?? "";
}

export function othersOf(ranked: readonly FoundFact[]): string[] {
  return ranked.slice(1).map(({ fact }) => fact.name);
}

/** The places of a fact's words, if there is one. */
export function placesOf(ranked: readonly FoundFact[]): Span[] {
  return ranked[0]?.spans ?? [];
}

const capPattern = `(?<!责任)(?:${most}|≤)[^，。；¥％＃]{0,10}¥|(?<!贷款[^，。；]{0,4})¥(?:封顶|为限|为上限|为最高)`;

/** The most that is paid, looked for behind a place: 最高不超过500万元, 500万元封顶. The most of a loan is none of the amount. */
export function capOf(masked: Masked, from: number): { cap: number | null; spans: Span[] } {
  const pattern = new RegExp(capPattern, "g");
  pattern.lastIndex = from;
  const match = pattern.exec(masked.text);
  if (!match) return { cap: null, spans: [] };
  const end = match.index + match[0].length;
  const figure = figuresIn(masked, match.index, end).findLast(({ kind }) => kind === "yuan");
  return { cap: figure?.value ?? null, spans: [spanOf(masked, match.index, end)] };
}

/** A figure in the unit of its fact: a span is read in months. */
export function valueOf(figure: Figure, unit: string | null | undefined): number {
  return figure.kind === "span" && unit === "年" ? figure.value / 12 : figure.value;
}
