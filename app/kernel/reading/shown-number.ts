import { canonicalNumeral } from "~/kernel/canonical-numeral";

/** What a cell with a number shows; `fault` where the format shows another figure than the cell holds. */
export type ShownNumber = { text: string; fault?: "cellFormat" };

/** Digits that Excel keeps and shows of a number. */
const significant = 15;

/**
 * The text that a spreadsheet shows for a number under a format (ECMA-376 part 1, 18.8.31), without grouping: 0.3 in 0% is
 * `30%`, 500 in 0"万元" is `500万元`, 12 in 0000 is `0012`, 19999999.999999996 is `20000000`. Formats that divide by a
 * thousand or set a point of their own show another figure than the cell holds, and so do days and times that are none.
 */
export function shownNumber(value: number, format: string | null): ShownNumber {
  const exact = plainDigits(value);
  if (format === null) return { text: exact };
  const section = sectionFor(value, format);
  if (section === null) return { text: exact, fault: "cellFormat" };
  const tokens = tokensOf(section);
  const figure = tokens.filter(({ kind }) => kind === "places" || kind === "general");
  if (tokens.some(({ kind }) => kind === "time")) return { text: exact, fault: "cellFormat" };
  if (tokens.some(({ kind }) => kind === "exact")) return { text: exact };
  const words = literalsOf(tokens);
  if (figure.length === 0) return withoutFigure(value, words, tokens);
  if (isMisleading(tokens)) return { text: exact, fault: "cellFormat" };
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const number =
    figure[0]?.kind === "general" ? exact : placed(canonicalNumeral(`${exact}e${percents * 2}`), figure[0]?.text ?? "");
  const at = tokens.findIndex(({ kind }) => kind === "places" || kind === "general");
  const text = literalsOf(tokens.slice(0, at)) + number.replace("-", "") + literalsOf(tokens.slice(at));
  return { text: number.startsWith("-") ? `-${text}` : text };
}

/** A format of words alone; a dash stands for zero, as sheets of accounts write it. */
function withoutFigure(value: number, words: string, tokens: readonly Token[]): ShownNumber {
  if (words !== "") return { text: words };
  const isDash = tokens.some(({ kind, text }) => kind === "literal" && text === "-");
  return value === 0 && isDash ? { text: "0" } : { text: plainDigits(value), fault: "cellFormat" };
}

/** Rounded to the places of the format, with the zeros it writes before the first digit. */
function placed(text: string, places: string): string {
  const [whole = "", fraction = ""] = places.split(".");
  const [, sign = "", digits = "", rest = ""] =
    /^(-?)(\d+)(.*)$/.exec(rounded(text, fraction.replace(/[^0#?]/g, "").length)) ?? [];
  return sign + digits.padStart(whole.replace(/[^0]/g, "").length, "0") + rest;
}

/** Plain decimal text of a number at 15 significant digits, never with an exponent. */
function plainDigits(value: number): string {
  return canonicalNumeral(value.toExponential(significant - 1));
}

/** Rounded half away from zero, as a spreadsheet shows it. */
function rounded(text: string, decimals: number): string {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  if (fraction.length <= decimals) return text;
  const kept = BigInt(whole + fraction.slice(0, decimals)) + (Number(fraction[decimals]) >= 5 ? 1n : 0n);
  return canonicalNumeral(`${sign}${kept}e-${decimals}`);
}

const condition = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;
const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
  "=": (value, bound) => value === bound,
  "<>": (value, bound) => value !== bound,
};

/** Positive; negative; zero: the section that applies, or the first whose condition holds; null where none does. */
function sectionFor(value: number, format: string): string | null {
  const sections = format.split(betweenSections);
  if (sections.some((section) => condition.test(section))) return sections.find((each) => holds(each, value)) ?? null;
  const [positive = "General", negative = positive, zero = positive] = sections;
  if (value < 0) return negative;
  return value === 0 ? zero : positive;
}

function holds(section: string, value: number): boolean {
  const [, sign = "", bound = ""] = condition.exec(section) ?? [];
  return comparisons[sign]?.(value, Number(bound)) ?? true;
}

/** A semicolon outside quotation marks. */
const betweenSections = /;(?=(?:[^"]*"[^"]*")*[^"]*$)/;

type Token = { kind: "literal" | "percent" | "places" | "general" | "exact" | "time"; text: string };

const pieces =
  /"([^"]*)"|[\\!](.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(General|G\/通用格式|@)|([a-dgmshy]|e(?![+-])|上午|下午)|(E[+-]|\/)|([0#?.,]+)|(%)|(.)/giu;

function tokensOf(section: string): Token[] {
  return [...section.matchAll(pieces)].map(
    ([, quoted, escaped, currency, general, time, exact, places, percent, other]) => {
      if (time !== undefined) return { kind: "time", text: "" };
      if (general !== undefined) return { kind: "general", text: "" };
      if (exact !== undefined) return { kind: "exact", text: "" };
      if (places !== undefined) return { kind: "places", text: places };
      if (percent !== undefined) return { kind: "percent", text: "%" };
      return { kind: "literal", text: quoted ?? escaped ?? currency ?? other ?? "" };
    },
  );
}

/** Words and signs that stand beside the figure. Signs and brackets of a negative section stand for the minus. */
function literalsOf(tokens: readonly Token[]): string {
  return tokens
    .filter(({ kind }) => kind === "literal" || kind === "percent")
    .map(({ text }) => text.replace(/^[-+() ]$/, ""))
    .join("")
    .trim();
}

/** Divided by a thousand (a comma behind the last place), parted by words, or with digits and points of its own. */
function isMisleading(tokens: readonly Token[]): boolean {
  const places = tokens.filter(({ kind }) => kind === "places");
  const scaled = places.some(({ text }) => /,(?![0#?])/.test(text));
  return scaled || places.length > 1 || /[\d.]/.test(literalsOf(tokens));
}
