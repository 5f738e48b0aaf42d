import { chineseSigns, magnitudes, readChineseNumeral } from "~/kernel/reading/chinese-numeral";
import { addDays, addMonths } from "~/kernel/plain-date";
import { evenWidth, type Span } from "./span";
import { isYears, kinds, plainUnit, scale, units } from "./units";

/** What a figure counts. `yuan`: money; `percent`: parts of a hundred; `span`: months; `times`: 倍; `count`: anything else, by its unit. */
export type FigureKind = "yuan" | "percent" | "span" | "times" | "count" | "year" | "date" | "day" | "ordinal";

export type Figure = Span & {
  kind: FigureKind;
  /** yuan, percent, months, a count, a year; of a date its year */
  value: number;
  /** the unit of a count, 年 or 月 of a span */
  unit: string;
  /** a date YYYY-MM-DD, a month YYYY-MM, a day of the year MM-DD */
  day: string | null;
  /** how it goes on to the next figure */
  joins: "range" | "list" | null;
};

const numeral = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${chineseSigns}]+(?:点[零一二三四五六七八九]+)?)`;
const magnitude = "(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千(?=至|、|平|亩|人|元|架|吨|场|个|家))";
const joint = /^\s*(?:\((?:不?含|不?包括|不?包含)(?:本数)?\)|以上)?\s*(至|到|-|－|—{1,2}|~|～|、|\/|或者?|和|及|与)\s*/;
const ranges = new Set(["至", "到", "-", "－", "—", "——", "~", "～"]);

const patterns = {
  date: /^(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})日?(?!\d)/,
  monthDay: /^(\d{1,2})月(\d{1,2})日/,
  month: /^((?:19|20)\d{2})年(\d{1,2})月(?:份)?(?!\d)/,
  year: /^((?:19|20)\d{2})年(?:度)?/,
  monthOfYear: /^\d{1,2}月(?:份|底|初|末|[上中下]旬|(?=(?:至|到|-|—|~|～)\d{1,2}月(?!内|以)))/,
  /** 第五条, 第二款: where words stand, no figure */
  heading: new RegExp(`^第${numeral}(?:条|款|项|章|节|部分)`),
  letters: /^(A{2,5})级/,
  parts: new RegExp(`^(百|千)分之(${numeral})`),
  mixed: new RegExp(`^(${numeral})亿(${numeral})(千万|百万|万)`),
  ordinal: new RegExp(
    `^第(${numeral})(?:个)?(年度?|次|届|档|类|级|名|批|(?=(?:至|到|-|、|或|和)第?${numeral}(?:个)?(?:年|次|届|档|类|批)))`,
  ),
  plain: new RegExp(
    `^(${numeral})(?:\\(含\\)(?=[万亿千人家个名户]))?(${magnitude})?\\s*(人民币)?(元|美元|港元|欧元|%|‰|个?百分点|折|${units})?`,
  ),
};

/**
 * All figures of a text with their places: 500万元, 1亿2000万, 两万元, 20％, 百分之二十, 3‰, 100至200万元, 三、四、五星, 2025年,
 * 2025年3月1日. In a list or range a figure without unit takes that of the next one.
 */
export function readFigures(text: string): Figure[] {
  const plain = evenWidth(text);
  const found: Raw[] = [];
  let at = 0;
  while (at < plain.length) {
    const heading = plain[at] === "第" ? patterns.heading.exec(plain.slice(at, at + 12)) : null;
    const raw = !heading && isStart(plain, at) ? readAt(plain, at) : null;
    if (raw) found.push(raw);
    at = raw ? raw.end : at + (heading?.[0].length ?? 1);
  }
  return settle(plain, found);
}

/** The first or last day of a date, month or year of a text, YYYY-MM-DD. */
export function edgeOf({ day, value }: Pick<Figure, "day" | "value">, side: "first" | "last"): string {
  if (day?.length !== 7) return day ?? `${value}-${side === "first" ? "01-01" : "12-31"}`;
  const first = `${day}-01`;
  return side === "first" ? first : addDays(addMonths(first, 1), -1);
}

type Raw = Span & {
  kind: FigureKind | "bare";
  value: number;
  unit: string;
  /** the unit as the text writes it */
  written: string;
  day: string | null;
  /** the numeral as written, without magnitude and unit */
  bare: number;
  factor: number;
  isChinese: boolean;
};

const starts = new RegExp(`[\\d第半A${chineseSigns}]`);

function isStart(text: string, at: number): boolean {
  const before = text[at - 1] ?? "";
  if (!starts.test(text[at] ?? "")) return false;
  if (!/[\dA]/.test(text[at] ?? "") || !/[\dA-Za-z.]/.test(before)) return true;
  return gradeOf.test(text.slice(Math.max(0, at - 2), at + 2));
}

/** CMMI5级, DCMM2级: a grade behind the name of its standard. */
const gradeOf = /^[A-Za-z]{2}\d[级星]/;

function readAt(text: string, at: number): Raw | null {
  const rest = text.slice(at, at + 40);
  const month = patterns.monthOfYear.exec(rest);
  if (month) return raw(at, month[0].length, "day", 0);
  if (/^半年(?!度)/.test(rest)) return raw(at, 2, "span", 6, { unit: "年" });
  return (
    readDay(rest, at) ??
    readLetters(rest, at) ??
    readParts(rest, at) ??
    readMixed(rest, at) ??
    readOrdinal(rest, at) ??
    readPlain(rest, at, text.slice(Math.max(0, at - 1), at))
  );
}

function raw(at: number, length: number, kind: Raw["kind"], value: number, more: Partial<Raw> = {}): Raw {
  return {
    start: at,
    end: at + length,
    kind,
    value,
    unit: "",
    written: "",
    day: null,
    bare: value,
    factor: 1,
    isChinese: false,
    ...more,
  };
}

function readDay(rest: string, at: number): Raw | null {
  const date = patterns.date.exec(rest);
  if (date)
    return raw(at, date[0].length, "date", Number(date[1]), { day: `${date[1]}-${two(date[2])}-${two(date[3])}` });
  const monthDay = patterns.monthDay.exec(rest);
  if (monthDay) return raw(at, monthDay[0].length, "day", 0, { day: `${two(monthDay[1])}-${two(monthDay[2])}` });
  const month = patterns.month.exec(rest);
  if (month) return raw(at, month[0].length, "date", Number(month[1]), { day: `${month[1]}-${two(month[2])}` });
  const year = patterns.year.exec(rest);
  return year ? raw(at, year[0].length, "year", Number(year[1])) : null;
}

/** AAAA级 is 4A级. */
function readLetters(rest: string, at: number): Raw | null {
  const letters = patterns.letters.exec(rest);
  return letters ? raw(at, letters[0].length, "count", (letters[1] ?? "").length, { unit: "A级" }) : null;
}

function two(figures = ""): string {
  return figures.padStart(2, "0");
}

function readParts(rest: string, at: number): Raw | null {
  const parts = patterns.parts.exec(rest);
  const value = readChineseNumeral(parts?.[2] ?? "");
  if (!parts || value === null) return null;
  return raw(at, parts[0].length, "percent", parts[1] === "百" ? value : value / 10);
}

function readMixed(rest: string, at: number): Raw | null {
  const mixed = patterns.mixed.exec(rest);
  const [whole, part] = [readChineseNumeral(mixed?.[1] ?? ""), readChineseNumeral(mixed?.[2] ?? "")];
  if (!mixed || whole === null || part === null) return null;
  const length = mixed[0].length + (/^元/.test(rest.slice(mixed[0].length)) ? 1 : 0);
  return raw(at, length, "yuan", whole * 1e8 + part * (magnitudes.get(mixed[3] ?? "") ?? 1));
}

function readOrdinal(rest: string, at: number): Raw | null {
  const ordinal = patterns.ordinal.exec(rest);
  const value = readChineseNumeral(ordinal?.[1] ?? "");
  const unit = (ordinal?.[2] ?? "").replace("年度", "年");
  return ordinal && value !== null ? raw(at, ordinal[0].length, "ordinal", value, { unit }) : null;
}

function readPlain(rest: string, at: number, before: string): Raw | null {
  const match = patterns.plain.exec(rest);
  const value = readChineseNumeral(match?.[1] ?? "");
  if (!match || value === null) return null;
  const isChinese = !/^\d/.test(rest);
  const [, , size, , unit = ""] = match;
  if (/[前上下去同]$/.test(before) && /^一(?:年|届|季|月)/.test(rest)) return null;
  if (/^[一两]?次性|^一(?:般|定|致|体|线|站|事|律|并|直|切|些|业|带|同|旦|方)|^(?:十|百|千|万)$/.test(rest))
    return null;
  const factor = magnitudes.get(size ?? "") ?? 1;
  const kind = kindOf(unit, size);
  const scaled = scale(value * factor, unit);
  return raw(at, match[0].length, kind, round(scaled), {
    unit: plainUnit(unit),
    written: unit,
    bare: value,
    factor,
    isChinese,
  });
}

function kindOf(unit: string, size: string | undefined): Raw["kind"] {
  if (unit === "") return size === undefined || size === "千" ? "bare" : "yuan";
  return isYears(unit) ? "span" : (kinds[unit] ?? "count");
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Gives figures of a list or range the unit they share, and drops numerals that count nothing. */
function settle(text: string, found: readonly Raw[]): Figure[] {
  const joins = found.map((each, at) => joinOf(text, each, found[at + 1]));
  const settled = [...found];
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const [own, next] = [settled[at], settled[at + 1]];
    if (own && next && joins[at]) settled[at] = withUnitOf(own, next);
  }
  ordinals(settled, joins);
  sameYear(settled, joins);
  return settled.flatMap(({ kind, start, end, value, unit, day }, at) =>
    kind === "bare" ? [] : [{ kind, start, end, value, unit, day, joins: joins[at] ?? null }],
  );
}

/** 第1至2年: what follows an ordinal in a range is one too. */
function ordinals(settled: Raw[], joins: readonly Figure["joins"][]): void {
  settled.forEach((own, at) => {
    const first = settled[at - 1];
    if (first?.kind !== "ordinal" || !joins[at - 1]) return;
    settled[at] = { ...own, kind: "ordinal", value: own.bare };
    if (first.unit === "") settled[at - 1] = { ...first, unit: own.unit };
  });
}

/** 2024年4月24日至12月31日: the second day is of the same year; 3月至10月: both are months of the year. */
function sameYear(settled: Raw[], joins: readonly Figure["joins"][]): void {
  settled.forEach((own, at) => {
    const first = settled[at - 1];
    if (joins[at - 1] !== "range") return;
    if (first?.kind === "day" && own.kind === "span") settled[at] = { ...own, kind: "day", value: 0, unit: "" };
    if (first?.kind !== "date" || own.kind !== "day" || !own.day) return;
    settled[at] = { ...own, kind: "date", value: first.value, day: `${first.value}-${own.day}` };
  });
}

function joinOf(text: string, own: Raw, next: Raw | undefined): Figure["joins"] {
  if (!next || next.start - own.end > 12) return null;
  const match = joint.exec(text.slice(own.end, next.start));
  if (!match || match[0].length !== next.start - own.end) return null;
  return ranges.has(match[1] ?? "") || isBetween(text, own, next) ? "range" : "list";
}

/** 介于1亿元和5亿元之间 */
function isBetween(text: string, own: Raw, next: Raw): boolean {
  return text.slice(0, own.start).endsWith("介于") || /^(?:\(不?含\))?之间/.test(text.slice(next.end));
}

function withUnitOf(own: Raw, next: Raw): Raw {
  if (own.kind === "bare" && own.isChinese !== next.isChinese) return own;
  if (own.kind === "bare") {
    const shared = next.kind === "yuan" || next.kind === "count" ? next.factor : 1;
    const factor = own.factor > 1 ? own.factor : shared;
    return { ...own, kind: next.kind, unit: next.unit, factor, value: round(scale(own.bare * factor, next.written)) };
  }
  const isSized = own.kind === "yuan" && own.unit === "" && own.factor > 1;
  return isSized && next.kind === "count" && next.factor > 1 ? { ...own, kind: "count", unit: next.unit } : own;
}
