import { bounded, comparisonBefore, comparisonBehind, contrary, excluded } from "./comparison-words";
import type { Comparison, Found } from "./comparison-words";
import { comparisonOver } from "./far-comparison";
import type { Figure } from "./figures";
import type { Span } from "./span";

/** What the words around a figure say of it, and the place of these words with it. */
export type Compared = Span & { operator: Comparison };

/**
 * How a figure is compared, if words around it say so. The words right before it go before those behind it, these before what stands
 * further ahead.
 */
export function comparisonAt(plain: string, figure: Figure): Compared | null {
  const second = behindAt(plain, figure);
  const first = aheadAt(plain, figure) ?? leadingAt(plain, figure) ?? (second ? null : comparisonOver(plain, figure));
  const said = first ?? second;
  if (!said) return null;
  const bound = second ? null : boundAt(plain, figure);
  const start = figure.start - lengthOf(first);
  const end = figure.end + lengthOf(second ?? bound);
  const operator = bound ? bounded(said.operator, bound.isIn) : said.operator;
  const excluding = excludingAt(plain, start, end);
  return { start, end: end + (excluding ?? 0), operator: excluding === null ? operator : contrary(operator) };
}

function lengthOf(found: Pick<Found, "length"> | null): number {
  return found?.length ?? 0;
}

/** What may stand between a figure and the words behind it: 1亿元（人民币，下同）以上, 300万元每亩以上. */
const named = /^(?:人民币|标准|\((?!不|含|包)[^()]{1,12}\)(?=以|及|或)|[/每][一-龥]{1,3}?(?=以|及|\(|，|、|$))/;

function behindAt(plain: string, figure: Figure): Found | null {
  const rest = plain.slice(figure.end, figure.end + 24);
  const beside = named.exec(rest)?.[0].length ?? 0;
  const after = rest.slice(beside);
  const match = comparisonBehind(after) ?? insideAt(figure, after);
  return match && { ...match, length: beside + match.length };
}

/** What may stand between the words of a comparison and its figure. */
const filler = /(?:的|约|了|为|人民币|折合|等值|\((?:含|包括|包含)\))*$/;

function aheadAt(plain: string, { start }: Span): Found | null {
  const words = plain.slice(Math.max(0, start - 12), start);
  const before = words.replace(filler, "");
  const match = comparisonBefore(before);
  return match && { ...match, length: match.length + words.length - before.length };
}

/** 不足50万元的不补, 超过20亿元的除外: whom the words keep out, so that the others are meant. */
const exclusion =
  /^(?:[^，。；的]{0,10}的)?(?:单位|企业|项目|部分|情形|人员|产品)?，?(?:除外|不补|不予|不支持|不享受|不再享受|不适用|不得(?:申报|享受)|不给|不奖|不资助|不扶持|不纳入|不列入|不计入|不在[^，。；]{0,8}(?:范围|之列))/;
const keptOut = /(?:不含|不包括|(?:剔除|排除)[^，。；]{0,16})$/;
const except = /除[^，。；]{0,20}$/;

/** How many signs behind it say that a comparison names whom the words keep out; null where they don't. */
function excludingAt(plain: string, start: number, end: number): number | null {
  const after = plain.slice(end, end + 24);
  const before = plain.slice(Math.max(0, start - 22), start);
  const words = (except.test(before) ? /^[^，。；]{0,8}(?:以|之)外/.exec(after) : null) ?? exclusion.exec(after);
  return words?.[0].length ?? (keptOut.test(before) ? 0 : null);
}

const ranks = new Set(["名", "位", "强"]);

/** 前3年: the first years of several, 前10名; not 之前3年, 提前3年. */
const leading = /(?<![之以提目此年])[前头]$/;

function leadingAt(plain: string, { kind, unit, start }: Figure): Found | null {
  return (kind === "span" || ranks.has(unit)) && leading.test(plain.slice(Math.max(0, start - 8), start))
    ? { operator: "lessThanInclusive", length: 1 }
    : null;
}

function insideAt({ kind }: Figure, after: string): Found | null {
  return kind === "span" && /^内(?!部|外|容)/.test(after) ? { operator: "lessThanInclusive", length: 1 } : null;
}

/** Whether brackets say that the figure itself is meant or not: 小于28纳米（含）, 超过（含）1亿元, 低于60%（不含60%）. */
type Bound = { isIn: boolean; length: number };

const out = new RegExp(`^${excluded}`);

function boundAt(plain: string, { start, end }: Span): Bound | null {
  const after = plain.slice(end, end + 16);
  const left = out.exec(after);
  if (left) return { isIn: false, length: left[0].length };
  const inclusion = /^\((?:含|包括|包含)[^()]{0,8}\)/.exec(after);
  if (inclusion) return { isIn: true, length: inclusion[0].length };
  return /\((?:含|包括|包含)\)$/.test(plain.slice(Math.max(0, start - 4), start)) ? { isIn: true, length: 0 } : null;
}
