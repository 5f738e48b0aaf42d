import type { FoundCondition, Sentence } from "./conditions";
import { rankKin } from "./find-fact";
import { evenWidth } from "./span";
import { merge } from "./word-pairs";

const got =
  "(?:认定|评定|评为|评|获|入选|入库|入围|列入|纳入|取得|通过|晋|上市|公布|公示|组建|设|完成|新|入规|入统|升规|上规|纳统|引进|落户|投产|建成|创建|创成|成立|注册|挂牌|授牌|授予|命名|批准|获批|发行|备案|签约|股改|首次|立项|验收|开业|达标|竣工|迁入)";
const gotNew =
  "新(?:近)?(?:认定|获|评|入选|入围|入库|晋|组建|上市|挂牌|建成|创建|创成|列入|纳入|取得|通过|批准|授牌|命名|备案|设立|升级|升规|入规|上规|升限|入统|纳统)|首次(?:被)?(?:认定|获|评|入选|入围|通过|完成|列入|纳入)|首次[^，。；]{2,8}备案|(?:获得?|取得|认定|评定?)当年";

const own = "(?:当年度?|本年度?|今年|该年度?|年度内|年内)";
const last = "(?:上一?个?(?:自然)?年度?|前一个?年度?|去年)";
const either = "内?(?:或者?|及|和|、|与|以及)";

type Pattern = readonly [RegExp, number, "equal" | "greaterThanInclusive"];

/** Words that name a year counted from the claim, 0 the year itself, -1 the one before; the plainest first. */
const patterns: readonly Pattern[] = [
  [new RegExp(`${own}${either}${last}|${last}${either}${own}`), -1, "greaterThanInclusive"],
  [/近[两二2]年|[两二2]年内[^，。；]{0,6}(?:认定|获)/, -1, "greaterThanInclusive"],
  [/近[三3]年|[三3]年内[^，。；]{0,6}(?:认定|获)/, -2, "greaterThanInclusive"],
  [/近[五5]年|[五5]年内[^，。；]{0,6}(?:认定|获)/, -4, "greaterThanInclusive"],
  [new RegExp(`${last}[^，。；]{0,6}${got}`), -1, "equal"],
  [new RegExp(`限?${own}[^，。；]{0,8}${got}`), 0, "equal"],
  [new RegExp(gotNew), 0, "equal"],
];
/** The last pattern says it by 新 and 首次 alone, so that the fact must be better named. */
const leastOf = (rank: number) => (rank < patterns.length - 1 ? 0.6 : 1.2);

const valid = /(?:在|处于|尚在)?有效期(?:限)?内/;

/** A title that must still be valid: its last year is not before the year of the claim. */
function validity(place: Sentence, titles: readonly string[]): Found[] {
  const plain = evenWidth(place.text).slice(place.sentence.start, place.sentence.end);
  const match = valid.exec(plain);
  if (!match) return [];
  const start = place.sentence.start + match.index;
  const around = { near: place.whole, sentence: place.sentence, whole: place.whole };
  const ranked = rankKin(place, around, ({ type, zh }) => type === "year" && /有效|到期/.test(zh), titles);
  const [best] = ranked;
  if (!best) return [];
  return [
    {
      fact: best.fact.name,
      rank: patterns.length,
      condition: { fact: best.fact.name, operator: "greaterThanInclusive", value: { year: 0 } },
      spans: merge([{ start, end: start + match[0].length }, ...best.spans]),
      others: ranked.flatMap((each) => (each === best ? [] : [each.fact.name])),
    },
  ];
}

type Found = FoundCondition & { fact: string; rank: number };

/**
 * Conditions on the year of a title, where the words say of which year it must be. `titles` are the facts of titles that were found: the
 * registry names the year of a title after it. The plainest words go before the others.
 */
export function yearsOf(sentences: readonly Sentence[], titles: readonly string[]): FoundCondition[] {
  const found = sentences
    .flatMap((place) => [...yearOf(place, titles), ...validity(place, titles)])
    .sort((left, right) => left.rank - right.rank);
  return found
    .filter((each, at) => found.findIndex(({ fact }) => fact === each.fact) === at)
    .map(({ condition, spans, others }) => ({ condition, spans, others }));
}

function yearOf(place: Sentence, titles: readonly string[]): Found[] {
  const plain = evenWidth(place.text).slice(place.sentence.start, place.sentence.end);
  const rank = patterns.findIndex(([pattern]) => pattern.test(plain));
  const [pattern, year, operator] = patterns[rank] ?? [];
  const match = pattern?.exec(plain);
  if (!match || year === undefined || !operator) return [];
  const start = place.sentence.start + match.index;
  const around = { near: place.whole, sentence: place.sentence, whole: place.whole };
  const ranked = rankKin(place, around, ({ type }) => type === "year", titles);
  const best = ranked.find(({ score }) => score >= leastOf(rank));
  if (!best) return [];
  return [
    {
      fact: best.fact.name,
      rank,
      condition: { fact: best.fact.name, operator, value: { year } },
      spans: merge([{ start, end: start + match[0].length }, ...best.spans]),
      others: ranked.flatMap((each) => (each === best ? [] : [each.fact.name])),
    },
  ];
}
