import type { Department } from "~/features/policies/domain/registries";
import { amountOf } from "./amounts/amount-of";
import { atRateOf, withCapOf } from "./amounts/said-elsewhere";
import { comparisonAt } from "./comparisons";
import { conditionsOf, type FoundCondition, type Sentence } from "./conditions";
import type { FactIndex } from "./fact-index";
import { readFigures, type Figure } from "./figures";
import { firstReached, impliedBy, type Said } from "./implied";
import { industriesOf } from "./industries";
import type { Drafting, Found, Proposal } from "./proposal";
import { evenWidth, pieces, placeClauses, sentenceEnd, type Clause, type PlacedClause, type Span } from "./span";
import { withoutSpaces } from "./spaces";
import { termsIn } from "./terms";
import { titlesOf } from "./titles";
import { unplacedIn } from "./unplaced";
import { indexPairs, merge } from "./word-pairs";
import { yearsOf } from "./years";
import { datesOf } from "./dates";

export type DraftingContext = { index: FactIndex; departments: readonly Pick<Department, "names">[] };

/**
 * What the words of a text would make a rule of, each proposal tied to the words it comes from, and the words of weight that none of
 * them covers. The same text always gives the same: no clock, no chance, no network.
 */
export function draftClauses(clauses: readonly Clause[], context: DraftingContext): Drafting {
  const { text: original } = placeClauses(clauses);
  const { placeOf } = withoutSpaces(original);
  const { text, placed } = placeClauses(clauses.map((each) => ({ ...each, text: withoutSpaces(each.text).text })));
  const figures = readFigures(text);
  const whole = { start: 0, end: text.length };
  const title = placed.find(({ part }) => part === "title") ?? { start: 0, end: 0 };
  const reading = {
    text,
    whole,
    title: { start: title.start, end: title.end },
    figures,
    pairs: indexPairs(withoutSums(text, figures)),
    index: context.index,
  };
  const sentences = placed.flatMap((clause) =>
    pieces(text, clause, sentenceEnd).map((sentence) => ({
      clause,
      place: { ...reading, part: clause.part, sentence },
    })),
  );
  const amount = withRepeats(theAmount(sentences, context.index), figures, evenWidth(text));
  const places = sentences.map(({ place }) => place);
  const titles = places.flatMap(titlesOf);
  const compared = places.flatMap((place) => conditionsOf(place, amount?.spans ?? [], numbersOf(amount?.what)));
  const names = [...titles, ...compared].flatMap(({ condition }) => ("fact" in condition ? [condition.fact] : []));
  const conditions = [
    ...compared,
    ...titles,
    ...places.flatMap((place) => [...datesOf(place, names), ...(place.part === "notes" ? [] : industriesOf(place))]),
    ...yearsOf(places, names),
  ].map(asFound);
  const found: Found[] = [
    ...(amount ? [amount] : []),
    ...unique([
      ...(amount ? impliedBy(amount, context.index, saidOf(text, amount.spans, figures)) : []),
      ...conditions,
    ]),
    ...termsIn(text, context.departments).map((term) => ({ ...term, others: [] })),
  ];
  const proposals = found.map((each, at): Proposal => ({
    ...each,
    id: `p${at + 1}`,
    spans: merge(each.spans.map(placeOf)),
    by: "drafter",
  }));
  return { text: original, proposals, unplaced: unplacedIn(original, proposals) };
}

/** A text with its sums of money and percentages left blank: what they are made of names nothing. */
function withoutSums(text: string, figures: readonly Figure[]): string {
  return figures
    .filter(({ kind }) => kind === "yuan" || kind === "percent")
    .reduce((all, { start, end }) => all.slice(0, start) + " ".repeat(end - start) + all.slice(end), text);
}

/** All numbers an amount holds. */
function numbersOf(part: unknown): number[] {
  if (typeof part === "number") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(numbersOf) : [];
}

function saidOf(text: string, spans: readonly Span[], figures: readonly Figure[]): Said {
  const words = textAt(text, spans);
  const first = figures.find(
    ({ kind, start, end }) => kind !== "span" && spans.some((span) => span.start <= start && end <= span.end),
  );
  const compared = first ? comparisonAt(evenWidth(text), first) : null;
  const firstTime = first ? firstTimeBefore(text, compared?.start ?? first.start) : null;
  return {
    isFirst: firstReached.test(words),
    isOne: /每[^，。；\d]{0,8}[1一][人名位户家个件项部台辆]/.test(words),
    isBeyond: compared?.operator === "greaterThan",
    words: [compared, firstTime].flatMap((span) => (span ? [{ start: span.start, end: span.end }] : [])),
  };
}

/** The place of 首次 a little before a figure. */
function firstTimeBefore(text: string, end: number): Span | null {
  const from = Math.max(0, end - 8);
  const match = /(?:首次|第一次|首度)(?=[^，。；]*$)/.exec(text.slice(from, end));
  return match && { start: from + match.index, end: from + match.index + match[0].length };
}

/** The words from a little before the first of some places to the last. */
function textAt(text: string, spans: readonly Span[]): string {
  const start = Math.min(...spans.map((span) => span.start));
  return text.slice(Math.max(0, start - 8), Math.max(...spans.map(({ end }) => end)));
}

/** The amount with the places where its figures are said again, as in a title. */
function withRepeats(amount: Found | null, figures: readonly Figure[], plain: string): Found | null {
  if (!amount) return null;
  const own = figures.filter(({ start, end }) => amount.spans.some((span) => span.start <= start && end <= span.end));
  const again = figures.filter(
    (each) =>
      (each.kind === "yuan" || each.kind === "percent") &&
      !comparisonAt(plain, each) &&
      own.some(({ kind, value }) => kind === each.kind && value === each.value),
  );
  return { ...amount, spans: merge([...amount.spans, ...again.map(({ start, end }) => ({ start, end }))]) };
}

type Placed = { clause: PlacedClause; place: Sentence };

/** Notes tell of other things too; an amount is taken from them only where nothing else states one. */
const order = ["summary", "pasted", "title", "notes"] as const;

function theAmount(sentences: readonly Placed[], index: FactIndex): Found | null {
  const all = sentences.map(({ place }) => place);
  for (const part of order)
    for (const { place } of sentences.filter(({ clause }) => clause.part === part)) {
      const own = amountOf(place);
      if (!own) continue;
      const capped = withCapOf(
        own,
        all.filter((each) => each !== place),
      );
      const { amount, spans, others } = atRateOf(capped, all, (name) => index.byName.get(name)?.fact);
      return { what: { kind: "amount", amount }, spans, others };
    }
  return null;
}

function asFound({ condition, spans, others }: FoundCondition): Found {
  return { what: { kind: "condition", condition }, spans, others };
}

/** A condition said twice is one, with all its places. */
function unique(found: readonly Found[]): Found[] {
  const byWords = new Map<string, Found>();
  for (const each of found) {
    const key = JSON.stringify(each.what);
    const known = byWords.get(key);
    if (known) known.spans.push(...each.spans);
    else byWords.set(key, { ...each, spans: [...each.spans] });
  }
  return [...byWords.values()];
}
