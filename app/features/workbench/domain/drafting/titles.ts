import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { FoundCondition, Sentence } from "./conditions";
import { levelWords, type IndexedFact, type Level, type Name } from "./fact-index";
import { evenWidth, type Span } from "./span";
import { shareIn, type Share } from "./word-pairs";

type Candidate = FoundCondition & { fact: string; weight: number };

/** Least share of a name's weight that must stand close together. */
const least = 0.66;
const withLevel = 0.6;
/** Least share that must stand in the sentence itself where the rest stands elsewhere in the text. */
const close = 0.5;

/** Titles, lists and other yes-or-no facts and members of lists that a sentence names, each place of the text for one fact. */
export function titlesOf(place: Sentence): FoundCondition[] {
  const found = place.index.facts.flatMap((each) => candidatesOf(each, place));
  const kept: Candidate[] = [];
  for (const each of found.sort((left, right) => right.weight - left.weight)) {
    const rival = kept.find(({ spans }) => covered(each.spans, spans) > 0.5);
    if (!rival) kept.push(each);
    else if (rival.fact !== each.fact && rival.others.length < 4) rival.others.push(each.fact);
  }
  return kept.map(({ condition, spans, others }) => ({ condition, spans, others }));
}

function covered(own: readonly Span[], other: readonly Span[]): number {
  const length = own.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = own.reduce(
    (sum, span) =>
      sum +
      other.reduce(
        (all, each) => all + Math.max(0, Math.min(span.end, each.end) - Math.max(span.start, each.start)),
        0,
      ),
    0,
  );
  return length === 0 ? 1 : shared / length;
}

function candidatesOf(each: IndexedFact, place: Sentence): Candidate[] {
  if (each.fact.type === "boolean") return booleans(each, place);
  if (each.fact.type === "enum") return members(each, place);
  return each.values.length > 0 ? counted(each, place) : [];
}

/** A title that the registry holds as how often it was had: 高新技术企业. */
function counted({ fact, values }: IndexedFact, place: Sentence): Candidate[] {
  const best = bestName(
    values.flatMap(({ names }) => names),
    place,
    0.95,
  );
  return best
    ? [{ ...candidate(fact, true, best, 1), condition: { fact: fact.name, operator: "greaterThan", value: 0 } }]
    : [];
}

function compactShare(name: Name, place: Sentence, asked = least): Share | null {
  if (name.pairs.length === 0) return null;
  const needed = name.pairs.length <= 3 ? Math.max(asked, 0.9) : asked;
  const found = shareIn(name.pairs, place.pairs, place.sentence, place.index.weight);
  if (found.share < Math.min(needed, close)) return null;
  if (found.share < needed && shareIn(name.pairs, place.pairs, place.whole, place.index.weight).share < needed)
    return null;
  const length = (found.spans.at(-1)?.end ?? 0) - (found.spans[0]?.start ?? 0);
  return length <= name.words.length * 2 + 4 ? found : null;
}

function massOf(name: Name, { index }: Sentence): number {
  return name.pairs.reduce((sum, pair) => sum + index.weight(pair), 0);
}

function bestName(names: readonly Name[], place: Sentence, needed?: number): { found: Share; mass: number } | null {
  let best: { found: Share; mass: number } | null = null;
  for (const name of names) {
    const found = compactShare(name, place, needed);
    const mass = found ? massOf(name, place) * found.share ** 2 : 0;
    if (found && mass > (best?.mass ?? 0)) best = { found, mass };
  }
  return best;
}

/** What keeps out whoever the words before it name: 已获中央资金的不补. */
const exclusion =
  /^[^，；。]{0,6}(?:除外|不补|不予|不支持|不享受|不再享受|不适用|不得(?:申报|享受)|不给|不奖|不在此列|不属于)/;

const denial = /(?:非|未|不|没有|无|除|不得)[^，。；、]{0,2}$/;

function booleans({ fact, names, values }: IndexedFact, place: Sentence): Candidate[] {
  const stated = values.flatMap(({ value, names: own }) => {
    const best = bestName(own, place, 0.95);
    return best ? [candidate(fact, value, best, 1.2)] : [];
  });
  if (stated[0]) return [stated.sort((left, right) => right.weight - left.weight)[0] as Candidate];
  const best = bestName(names.filter(isTelling), place);
  if (!best) return [];
  const start = best.found.spans[0]?.start ?? 0;
  const end = best.found.spans.at(-1)?.end ?? start;
  const plain = evenWidth(place.text);
  const isDenied =
    denial.test(plain.slice(Math.max(place.sentence.start, start - 4), start)) && !/^[未不非无]/.test(fact.zh);
  const isExcluded = exclusion.test(plain.slice(end, Math.min(place.sentence.end, end + 14)));
  return [candidate(fact, isDenied === isExcluded, best, 1)];
}

function candidate(
  fact: FactDefinition,
  value: string | boolean,
  best: { found: Share; mass: number },
  factor: number,
): Candidate {
  return {
    fact: fact.name,
    condition: { fact: fact.name, operator: "equal", value },
    spans: best.found.spans,
    others: [],
    weight: best.mass * factor,
  };
}

function members(each: IndexedFact, place: Sentence): Candidate[] {
  const levels = each.values.filter(({ level }) => level !== null);
  const byLevel = levels.length > 0 ? leveled(each, place) : [];
  const named = each.values.flatMap(({ value, names, level }, at) => {
    if (level !== null || (at === 0 && isNone(names[0]?.words ?? ""))) return [];
    const isNear = isNamed(each, place);
    const known = isNear ? names.filter(({ words }) => words.length >= 2) : names.filter(isTelling);
    const best = bestName(known, place, isNear ? 0.6 : 0.85);
    if (!best) return [];
    const bonus = bestName(each.names, place, 0.5)?.mass ?? 0;
    return [candidate(each.fact, value, { ...best, mass: best.mass + bonus * 0.5 }, 1)];
  });
  return [...byLevel, ...merged(named)];
}

/** Words of two signs are in many texts; of the registry's own they name something only beside their fact. */
function isTelling({ words, isSynonym }: Name): boolean {
  return isSynonym || words.length >= 4 || (words.length === 3 && !/[级档类]$/.test(words));
}

function isNamed({ names }: IndexedFact, place: Sentence): boolean {
  return names.some(({ pairs }) => shareIn(pairs, place.pairs, place.sentence, place.index.weight).share >= 0.6);
}

function isNone(words: string): boolean {
  return /^(?:无|没有|都不是|不是|未|其他|不)/.test(words);
}

/** Several members named in one sentence are one condition. */
function merged(found: readonly Candidate[]): Candidate[] {
  const apart = found.filter(
    (each) =>
      !found.some((other) => other !== each && other.weight > each.weight && covered(each.spans, other.spans) > 0.5),
  );
  const [first] = apart;
  if (!first || apart.length < 2) return [...apart];
  const values = apart.map(({ condition }) => ("value" in condition ? (condition.value as string) : ""));
  return [
    {
      ...first,
      condition: { fact: first.fact, operator: "in", value: values },
      spans: apart.flatMap(({ spans }) => spans).sort((left, right) => left.start - right.start),
      weight: Math.max(...apart.map(({ weight }) => weight)),
    },
  ];
}

/** 国家级绿色工厂, 省级及以上智能工厂: the thing is named by the fact, the level by its value. */
function leveled(each: IndexedFact, place: Sentence): Candidate[] {
  const best = bestName(each.names, place, withLevel);
  if (!best) return [];
  const plain = evenWidth(place.text);
  const start = best.found.spans[0]?.start ?? place.sentence.start;
  const end = best.found.spans.at(-1)?.end ?? start;
  const said = levelIn(plain, {
    start: Math.max(place.sentence.start, start - 14),
    end: Math.min(place.sentence.end, end + 6),
  });
  const reached = said ? reachedBy(each, said, plain) : [];
  if (!said || !reached[0]) return [];
  const { name } = each.fact;
  return [
    {
      fact: name,
      condition:
        reached.length > 1
          ? { fact: name, operator: "in", value: reached }
          : { fact: name, operator: "equal", value: reached[0] },
      spans: [{ start: said.start, end: said.end }, ...best.found.spans].sort(
        (left, right) => left.start - right.start,
      ),
      others: [],
      weight: best.mass + 3,
    },
  ];
}

/** The value of a level, with those above it where the words say 及以上. */
function reachedBy({ fact, values }: IndexedFact, said: Span & { level: Level }, plain: string): string[] {
  const at = values.findIndex(({ level }) => level === said.level);
  if (at < 0) return [];
  const isOpen = fact.ordered && /^(?:及|或)?以上/.test(plain.slice(said.end));
  return values.slice(at, isOpen ? undefined : at + 1).map(({ value }) => String(value));
}

function levelIn(plain: string, within: Span): (Span & { level: Level }) | null {
  const words = plain.slice(within.start, within.end);
  const found = (Object.entries(levelWords) as [Level, readonly string[]][]).flatMap(([level, all]) =>
    all.flatMap((word) => {
      const at = words.lastIndexOf(word);
      return at < 0 ? [] : [{ level, start: within.start + at, end: within.start + at + word.length }];
    }),
  );
  return (
    found.sort((left, right) => right.end - right.start - (left.end - left.start) || right.start - left.start)[0] ??
    null
  );
}
