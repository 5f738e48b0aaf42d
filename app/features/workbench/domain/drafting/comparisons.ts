import type { Figure } from "./figures";
import type { Span } from "./span";

export type Comparison = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";

/** What the words around a figure say of it, and the place of these words with it. */
export type Compared = Span & { operator: Comparison };

type Pattern = readonly [RegExp, Comparison];

/** Words behind a figure; 以上, 以下, 以内 hold the figure itself, 以外 not (民法典第一千二百五十九条). */
const behind: readonly Pattern[] = [
  [/^(?:及|或|\(含\)|，?含)?以上\(?(?:不含|不包括)(?:本数)?\)?/, "greaterThan"],
  [/^\((?:不含|不包括)(?:本数)?\)(?:及)?以上/, "greaterThan"],
  [/^\((?:不含|不包括)(?:本数)?\)(?:及)?(?:以下|以内)/, "lessThan"],
  [/^(?:及其?|或|\(含(?:本数)?\))?以上(?:\(含(?:本数)?\))?/, "greaterThanInclusive"],
  [/^(?:为上限|为限)/, "lessThanInclusive"],
  [/^起(?=的|[，。；、)]|$)/, "greaterThanInclusive"],
  [/^(?:及|或)?(?:以下|以内)\(?(?:不含|不包括)(?:本数)?\)?/, "lessThan"],
  [/^(?:及其?|或|\(含(?:本数)?\))?(?:以下|以内|之内)(?:\(含(?:本数)?\))?/, "lessThanInclusive"],
];

/** Words before a figure. */
const ahead: readonly Pattern[] = [
  [
    /(?:小于或?等于|低于或?等于|不超过|不超|不超出|不高于|不多于|不大于|不长于|未超过|未超出|不得超过|不得超出|不得高于|不得多于|不得大于|控制在|最多|至多|最长|<=|≤)$/,
    "lessThanInclusive",
  ],
  [/(?:(?<!不|不得)(?:低于|少于|小于|短于)|不足|不满|未满|未达到?|达不到|不到|<)$/, "lessThan"],
  [
    /(?:大于或?等于|高于或?等于|不低于|不少于|不小于|不短于|不得低于|不得少于|不得小于|不得短于|至少|最低|最少|达到或超过|达到|达|已满|届满|年满|满|>=|≥|累计达)$/,
    "greaterThanInclusive",
  ],
  [/(?:超过|超出|超|高于|大于|多于|突破|首破|逾|>)$/, "greaterThan"],
];

/** How a figure is compared, if words around it say so. The words before it go before those behind it. */
export function comparisonAt(plain: string, figure: Figure): Compared | null {
  const before = plain
    .slice(Math.max(0, figure.start - 8), figure.start)
    .replace(/(?:的|约|了|为|人民币|折合|等值|\(含\))$/, "");
  const trimmed = plain.slice(Math.max(0, figure.start - 8), figure.start).length - before.length;
  const rest = plain.slice(figure.end, figure.end + 20);
  const beside =
    /^(?:人民币|标准|\((?!不)[^()]{1,12}\)(?=以|及|或)|[\/每][一-龥]{1,3}?(?=以|及|\(|，|、|$))/.exec(rest)?.[0]
      .length ?? 0;
  const after = rest.slice(beside, beside + 12);
  const first = found(ahead, before) ?? leadingAt(figure, before);
  const second = found(behind, after) ?? insideAt(figure, after);
  const start = first ? figure.start - trimmed - first.words.length : figure.start;
  const end = second ? figure.end + beside + second.words.length : figure.end + exclusive(after);
  const operator = settle(first?.operator, second?.operator, exclusive(after) > 0);
  return operator ? { start, end, operator: isExcluded(plain, start, end) ? opposite[operator] : operator } : null;
}

/** 不足50万元的不补, 超过20亿元的除外: whom the words keep out, so that the others are meant. */
const exclusion =
  /^的?(?:单位|企业|项目|部分|情形|人员|产品)?，?(?:除外|不补|不予|不支持|不享受|不再享受|不适用|不得(?:申报|享受)|不给|不奖|不资助|不扶持|不纳入|不列入|不计入)/;
const keptOut = /(?:不含|不包括|剔除|排除)$/;

function isExcluded(plain: string, start: number, end: number): boolean {
  return exclusion.test(plain.slice(end, end + 16)) || keptOut.test(plain.slice(Math.max(0, start - 4), start));
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

/** The comparison that holds exactly where another does not. */
export function contrary(operator: Comparison): Comparison {
  return opposite[operator];
}

export function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(opposite, operator);
}

type Found = { operator: Comparison; words: string };

function found(patterns: readonly Pattern[], words: string): Found | null {
  for (const [pattern, operator] of patterns) {
    const match = pattern.exec(words);
    if (match) return { operator, words: match[0] };
  }
  return null;
}

const ranks = new Set(["名", "位", "强"]);

/** 前3年: the first years of several, 前10名; not 之前3年, 提前3年. */
const leading = /(?<![之以提目此年])[前头]$/;

function leadingAt({ kind, unit }: Figure, before: string): Found | null {
  return (kind === "span" || ranks.has(unit)) && leading.test(before)
    ? { operator: "lessThanInclusive", words: "前" }
    : null;
}

function insideAt({ kind }: Figure, after: string): Found | null {
  return kind === "span" && /^内(?!部|外|容)/.test(after) ? { operator: "lessThanInclusive", words: "内" } : null;
}

function exclusive(after: string): number {
  return /^\((?:不含|不包括)(?:本数)?\)/.exec(after)?.[0].length ?? 0;
}

const strict: Partial<Record<Comparison, Comparison>> = {
  lessThanInclusive: "lessThan",
  greaterThanInclusive: "greaterThan",
};

function settle(
  first: Comparison | undefined,
  second: Comparison | undefined,
  isExclusive: boolean,
): Comparison | null {
  const operator = first ?? second;
  if (!operator) return null;
  return isExclusive ? (strict[operator] ?? operator) : operator;
}
