import { evenWidth, type Span } from "./span";

const digits = "零一二三四五六七八九";

/** One way of writing for figures and letters, sign for sign: 四轴 and 4轴 are the same words. */
function even(text: string): string {
  return evenWidth(text)
    .toLowerCase()
    .replace(/[零一二三四五六七八九]/g, (sign) => String(digits.indexOf(sign)))
    .replaceAll("两", "2")
    .replaceAll("壹", "1");
}

const wordSign = /[\p{L}\p{N}]/u;

/** Pairs of neighbouring signs of a text with the places where each begins. */
export type PairIndex = ReadonlyMap<string, readonly number[]>;

export function pairsOf(text: string): string[] {
  const plain = even(text);
  const found: string[] = [];
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2);
    if (wordSign.test(pair[0] ?? "") && wordSign.test(pair[1] ?? "")) found.push(pair);
  }
  return found;
}

export function indexPairs(text: string): PairIndex {
  const plain = even(text);
  const places = new Map<string, number[]>();
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2);
    if (!wordSign.test(pair[0] ?? "") || !wordSign.test(pair[1] ?? "")) continue;
    const known = places.get(pair);
    if (known) known.push(at);
    else places.set(pair, [at]);
  }
  return places;
}

/** How rare a pair is among the names and questions of the registry; a rare one tells more. */
export type Weights = (pair: string) => number;

export function weigh(documents: readonly (readonly string[])[]): Weights {
  const counts = new Map<string, number>();
  for (const document of documents) for (const pair of new Set(document)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (pair) => Math.log(1 + documents.length / (1 + (counts.get(pair) ?? 0)));
}

/** `mass`: the weight of what stands there */
export type Share = { share: number; mass: number; spans: Span[] };

/** The share of a name's weight that stands within some words, and where. */
export function shareIn(name: readonly string[], index: PairIndex, within: Span, weight: Weights): Share {
  let all = 0;
  let there = 0;
  const spans: Span[] = [];
  for (const pair of name) {
    const own = weight(pair);
    all += own;
    const at = index.get(pair)?.find((place) => place >= within.start && place + 2 <= within.end);
    if (at === undefined) continue;
    there += own;
    spans.push({ start: at, end: at + 2 });
  }
  return { share: all === 0 ? 0 : there / all, mass: there, spans: merge(spans) };
}

/** Places in order, those that touch as one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start || left.end - right.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
