import type { Condition, Leaf } from "~/features/policies/domain/condition-schema";
import { comparisonAt, type Comparison, type Compared } from "./comparisons";
import type { Figure } from "./figures";
import { formerOf } from "./implied";
import { fitsFigure, rankFacts, type Reading } from "./find-fact";
import { evenWidth, partEnd, pieceAt, pieces, type ClausePart, type Span } from "./span";
import { merge } from "./word-pairs";

/** A condition that words state, with their places and other facts it may mean. */
export type FoundCondition = { condition: Condition; spans: Span[]; others: string[] };

export type Sentence = {
  part: ClausePart;
  text: string;
  whole: Span;
  /** the title's place; empty where none was given */
  title: Span;
  sentence: Span;
  figures: readonly Figure[];
} & Reading;

const outside =
  /(?:建设期|贴息期|有效期|公示期?|受理|执行期|服务期|补贴期|扶持期|最长|连续支持|办结|工作日|距退休|执行到|截至|报废补贴标准)[^，。；]{0,6}$/;

/** Conditions on figures: one for each figure that the amount does not take, two for a range. */
export function conditionsOf(place: Sentence, taken: readonly Span[], used: readonly number[] = []): FoundCondition[] {
  const plain = evenWidth(place.text);
  const isTaken = ({ start, end }: Figure) => taken.some((span) => span.start <= start && end <= span.end);
  const isBeside = (figure: Figure) => !used.includes(figure.value) && comparisonAt(plain, figure) !== null;
  const free = place.figures.filter(
    (figure) =>
      figure.start >= place.sentence.start &&
      figure.end <= place.sentence.end &&
      (!isTaken(figure) || isBeside(figure)),
  );
  return free.flatMap((figure, at) => {
    const next = free[at + 1];
    const before = free[at - 1];
    if (before?.joins === "range") return bound(place, plain, figure, "upper");
    if (figure.joins === "range" && next) return bound(place, plain, figure, "lower", next);
    return single(place, plain, figure);
  });
}

function single(place: Sentence, plain: string, figure: Figure): FoundCondition[] {
  if (isOutside(plain, figure)) return [];
  const compared = comparisonAt(plain, figure);
  if (compared && isOfASum(plain, figure, compared)) return [];
  if (!compared && (place.part === "notes" || !bare(plain, figure))) return [];
  const operator = compared?.operator ?? (isGrade(figure) ? "equal" : "greaterThanInclusive");
  return leafOf(place, figure, operator, compared ?? figure);
}

function isOutside(plain: string, figure: Figure): boolean {
  if (["year", "date", "day", "times"].includes(figure.kind)) return true;
  return outside.test(plain.slice(Math.max(0, figure.start - 12), figure.start));
}

/** A grade is met by itself, not by more: 5A级, 二类. */
function isGrade({ kind, unit }: Figure): boolean {
  return kind === "ordinal" || ["A级", "级", "类", "星", "轴", "届", "档"].includes(unit);
}

const gives = /(?:奖|补|给予?|资助|扶持|支持|加|返还|最高|封顶|上限|累计|税率)[^，。；]{0,5}$/;

/** 最高不超过100万元, 补助资金不超过50万元: a bound of what is paid, not of the firm. */
function isOfASum(plain: string, { kind }: Figure, { start }: Span): boolean {
  const paid = /(?:最高|(?:奖励?|补助|补贴|资助|奖补|扶持|贴息)(?:资金|金额|总额|额度?|标准)?(?:最高)?)$/;
  return kind === "yuan" && paid.test(plain.slice(Math.max(0, start - 8), start));
}

/** Words without a comparison that still demand a figure: 直播间15间, 参保3个月, 5A级物流企业, 获利第3年. */
function bare(plain: string, figure: Figure): boolean {
  if (/[高低上下同]$/.test(plain.slice(0, figure.start)) && figure.value === 1) return false;
  if (isGrade(figure)) return true;
  if (figure.kind === "yuan")
    return (
      !/^(?:贷款|的补|补|奖)/.test(plain.slice(figure.end)) &&
      !gives.test(plain.slice(Math.max(0, figure.start - 8), figure.start))
    );
  if (figure.kind === "percent")
    return /(?:占|比例?|增长|增幅|率|比重)[^，。；]{0,8}$/.test(
      plain.slice(Math.max(0, figure.start - 10), figure.start),
    );
  return figure.value > 1 || figure.kind === "span" || !/^[个家项人名件次种]/.test(figure.unit);
}

function bound(
  place: Sentence,
  plain: string,
  figure: Figure,
  side: "lower" | "upper",
  next?: Figure,
): FoundCondition[] {
  if (isOutside(plain, figure)) return [];
  const end = next ? comparisonAt(plain, next) : comparisonAt(plain, figure);
  const operator: Comparison =
    side === "lower" ? "greaterThanInclusive" : end?.operator === "lessThan" ? "lessThan" : "lessThanInclusive";
  const excluded = side === "upper" && /^\(?不含/.test(plain.slice(figure.end));
  return leafOf(place, figure, excluded ? "lessThan" : operator, { start: figure.start, end: figure.end });
}

function leafOf(
  place: Sentence,
  figure: Figure,
  operator: Comparison | "equal",
  words: Compared | Span,
): FoundCondition[] {
  const piece = pieceAt(pieces(place.text, place.sentence, partEnd), figure.start);
  const others = place.figures.filter(({ start, end }) => end <= figure.start && start >= piece.start);
  const from = others.at(-1)?.end ?? piece.start;
  const near = { start: figure.start - from < 2 ? piece.start : from, end: Math.min(piece.end, figure.end + 10) };
  const ranked = rankFacts(
    place,
    { near, sentence: place.sentence, whole: place.whole },
    (fact) => fitsFigure(fact, figure),
    { unit: figure.unit },
  );
  const [best] = ranked;
  const isCompared = words !== figure;
  if (!best || best.score < least(figure, place.part === "notes", isCompared)) return [];
  const former = /首次|首破/.test(place.text.slice(near.start, figure.start))
    ? formerOf(best.fact.name, place.index)
    : null;
  return [
    ...(former ? [firstTime(former, figure, operator, words)] : []),
    {
      condition: withFact(best.fact, figure, operator),
      spans: merge([{ start: words.start, end: words.end }, ...best.spans]),
      others: ranked.slice(1).map(({ fact }) => fact.name),
    },
  ];
}

const before: Partial<Record<Comparison | "equal", Comparison>> = {
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

/** 首次突破1亿元 also says that it was not reached before. */
function firstTime(former: string, figure: Figure, operator: Comparison | "equal", words: Span): FoundCondition {
  return {
    condition: { fact: former, operator: before[operator] ?? "lessThan", value: figure.value },
    spans: [{ start: words.start, end: words.end }],
    others: [],
  };
}

/** A grade is so short a word that its fact must be well named. */
function least(figure: Figure, isNote: boolean, isCompared: boolean): number {
  const grade = isGrade(figure) && figure.kind !== "ordinal" ? 1.5 : 0;
  if ((isCompared || figure.kind === "ordinal") && !isNote) return 0.2;
  return Math.max(grade, isNote && !isCompared ? 1.1 : 0.8);
}

function withFact(
  { name, type, unit }: { name: string; type: string; unit: string | null },
  figure: Figure,
  operator: Comparison | "equal",
): Condition {
  if (type === "date") return sinceDate(name, figure.value / 12, operator);
  const value = figure.kind === "span" && unit === "年" ? figure.value / 12 : figure.value;
  return { fact: name, operator, value };
}

/** 成立满1年 is no longer within a year of the day; 获证4年内 is within. */
function sinceDate(fact: string, years: number, operator: Comparison | "equal"): Condition {
  const within: Leaf = { fact, operator: "withinYears", value: years };
  return operator === "greaterThan" || operator === "greaterThanInclusive" ? { not: within } : within;
}
