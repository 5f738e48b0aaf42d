import type { Condition, Leaf } from "~/features/policies/domain/condition-schema";
import { contrary, isComparison, type Comparison } from "./comparison-words";
import { comparisonAt, type Compared } from "./comparisons";
import { elseIn, type Otherwise } from "./otherwise";
import type { Figure } from "./figures";
import { favourOfFirst, firstReached, formerOf } from "./implied";
import { fitsFigure, rankFacts, type Reading } from "./find-fact";
import { respectiveAt } from "./respective";
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
  /(?:建设期|贴息期|有效期|公示期?|受理|执行期|服务期|补贴期|扶持期|最长|连续支持|办结|工作日|距(?:法定)?退休|执行到|截至|报废补贴标准)[^，。；]{0,6}$/;

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
  const others = free.map((_, at) => elseIn(plain, free.slice(at, at + 3)));
  return free.flatMap((figure, at) => {
    const otherwise = others[at];
    if (otherwise) return eitherOf(place, plain, otherwise);
    if (others[at - 1] ?? others[at - 2]) return [];
    const respective = respectiveAt(plain, free, at);
    if (respective) return leafOf(place, figure, respective.operator, respective.words, respective.name);
    const before = free[at - 1];
    if (before?.joins === "range") return isOfSteps(plain, figure) ? [] : bound(place, plain, figure, "upper");
    if (figure.joins === "range" && free[at + 1]) return bound(place, plain, figure, "lower");
    return single(place, plain, figure);
  });
}

/** 首次达1亿至100亿元九档: the last step, no upper bound. */
function isOfSteps(plain: string, { end }: Figure): boolean {
  return /^[^，。；]{0,3}(?:[一二三四五六七八九十\d]+个?档|分档)/.test(plain.slice(end));
}

/** 占15%（超100人的企业8%）, 裁员率不超5.5%（30人以下不超20%）: another figure for whom the brackets name. */
function eitherOf(place: Sentence, plain: string, { usual, when, other }: Otherwise): FoundCondition[] {
  const [first] = single(place, plain, usual);
  const [bound] = single(place, plain, when);
  const usually = first && comparedIn(first.condition);
  const then = bound && comparedIn(bound.condition);
  if (!first || !bound || !usually || !then) return [first ?? [], bound ?? []].flat();
  const theirs = { ...usually, operator: comparisonAt(plain, other)?.operator ?? usually.operator, value: other.value };
  return [
    {
      condition: {
        any: [{ all: [{ ...then, operator: contrary(then.operator) }, usually] }, { all: [then, theirs] }],
      },
      spans: merge([...first.spans, ...bound.spans, { start: other.start, end: other.end }]),
      others: first.others,
    },
  ];
}

function comparedIn(condition: Condition): { fact: string; operator: Comparison; value: number } | null {
  if (!("operator" in condition) || !isComparison(condition.operator) || typeof condition.value !== "number")
    return null;
  return { fact: condition.fact, operator: condition.operator, value: condition.value };
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
  const before = plain.slice(Math.max(0, figure.start - 12), figure.start);
  if (figure.unit === "次" && plain.slice(figure.end).startsWith("为限")) return true;
  if (/年度内/.test(plain.slice(figure.end - 2, figure.end + 1))) return true;
  return outside.test(before) || /\((?:不?含|不包括)$/.test(before);
}

/** A grade is met by itself, not by more: 5A级, 二类. */
function isGrade({ kind, unit }: Figure): boolean {
  return kind === "ordinal" || ["A级", "级", "类", "星", "轴", "届", "档"].includes(unit);
}

const gives = /(?:奖|补|给予?|资助|扶持|支持|加|返还|最高|封顶|上限|累计|税率)[^，。；]{0,5}$/;

/** 最高不超过100万元, 补贴不高于工资的30%: a bound of what is paid, not of the firm. */
function isOfASum(plain: string, { kind }: Figure, { start }: Span): boolean {
  const paid = /(?:最高|(?:奖励?|补助|补贴|资助|奖补|扶持|贴息)(?:资金|金额|总额|额度?|标准)?(?:最高)?)$/;
  return (kind === "yuan" || kind === "percent") && paid.test(plain.slice(Math.max(0, start - 8), start));
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
  return !isOne(figure) || !/[同每任某统唯单第]$/.test(plain.slice(0, figure.start));
}

/** 1件, 一个: so plain a word that its fact must be well named. */
function isOne({ kind, value, unit }: Figure): boolean {
  return kind === "count" && value === 1 && /^[个家项人名件次种部户]/.test(unit);
}

function bound(place: Sentence, plain: string, figure: Figure, side: "lower" | "upper"): FoundCondition[] {
  if (isOutside(plain, figure)) return [];
  return leafOf(place, figure, endOf(plain, figure, side), { start: figure.start, end: figure.end });
}

/** What an end of a range says of itself: 500万元（不含）至1000万元, 超过500万元至1000万元. */
function endOf(plain: string, figure: Figure, side: "lower" | "upper"): Comparison {
  const said = comparisonAt(plain, figure)?.operator;
  const isOut = /^[(，]?(?:不含|不包括|不包含)/.test(plain.slice(figure.end));
  if (side === "lower") return isOut || said === "greaterThan" ? "greaterThan" : "greaterThanInclusive";
  return isOut || said === "lessThan" ? "lessThan" : "lessThanInclusive";
}

function leafOf(
  place: Sentence,
  figure: Figure,
  operator: Comparison | "equal",
  compared: Compared | Span,
  near = nearTo(place, figure),
): FoundCondition[] {
  const said = place.text.slice(near.start, figure.start);
  const ranked = rankFacts(
    place,
    { near, sentence: place.sentence, whole: place.whole },
    (fact) => fitsFigure(fact, figure),
    { unit: figure.unit, favour: favourOfFirst(said, place.index) },
  );
  const asked = least(figure, place.part === "notes", compared !== figure);
  const staff = isOfFirms(place, figure) ? place.index.byName.get("employees")?.fact : undefined;
  const named = ranked.find(({ score }) => score >= asked);
  const best = staff ? { fact: staff, spans: [] } : named;
  if (!best) return [];
  const former = firstReached.test(said) ? formerOf(best.fact.name, place.index) : null;
  return [
    ...(former ? [firstTime(former, figure, operator, compared)] : []),
    {
      condition: withFact(best.fact, figure, operator),
      spans: merge([{ start: compared.start, end: compared.end }, ...best.spans]),
      others: ranked.filter(({ fact }) => fact !== best.fact).map(({ fact }) => fact.name),
    },
  ];
}

/** The words around a figure that may name what it is of: from the figure before it to the next thing of a list. */
function nearTo({ text, sentence, figures }: Sentence, figure: Figure): Span {
  const piece = pieceAt(pieces(text, sentence, partEnd), figure.start);
  const others = figures.filter(({ start, end }) => end <= figure.start && start >= piece.start);
  const from = others.at(-1)?.end ?? piece.start;
  return {
    start: bareWords.test(text.slice(from, figure.start)) ? piece.start : from,
    end: Math.min(piece.end, figure.end + nextName(text.slice(figure.end, figure.end + 10))),
  };
}

/** 超100人的企业, 30人（含）以下小微企业, 30人以下不超20%: how many a firm employs. */
const ofFirms =
  /^(?:及?以[上下内])?(?:\([含及][^()]{0,6}\))?(?:及?以[上下内])?(?:的?(?:小微|中小微?|工业|商贸|服务业|参保|用人)*(?:企业|单位)|不|可?放宽)/;

function isOfFirms({ text }: Sentence, { unit, end }: Figure): boolean {
  return ["人", "名"].includes(unit) && ofFirms.test(evenWidth(text.slice(end, end + 24)));
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

/** Words between two figures that name nothing, so that both are of one thing: 不低于500万元且不超过4000万元. */
const bareWords =
  /^(?:[(（][^)）]{0,8}[)）]|[及或]?以[上下内]|[、且并但至到和或及]|的|元|不超过|不高于|不低于|不足|不满|低于|小于|少于|超过|达到?|在|未)*.?$/;

/** How many signs behind a figure may still name it: not the next thing of a list. */
function nextName(behind: string): number {
  const at = behind.search(/[、且]/);
  return at < 0 ? 10 : at;
}

/** A grade is so short a word that its fact must be well named. */
function least(figure: Figure, isNote: boolean, isCompared: boolean): number {
  const grade = isGrade(figure) && figure.kind !== "ordinal" ? 1.5 : 0;
  if (isCompared || figure.kind === "ordinal") return isNote ? 0.6 : 0.2;
  return Math.max(grade, isOne(figure) ? 1.8 : 0, isNote ? 1.1 : 0.8);
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
