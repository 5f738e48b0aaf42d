import { canonicalNumeral } from "~/kernel/canonical-numeral";
import type { Fen } from "~/kernel/money";
import { plainDashes, plainTyping } from "./typed-text";

export type NumberProblem =
  "problem.number" | "problem.grouping" | "problem.unit" | "problem.incomplete" | "problem.cents" | "problem.max";

/** A number as plain decimal text (`-1200000.5`), never a binary fraction; or the translation key of what is wrong with it. */
export type ReadNumber = { ok: true; value: string } | { ok: false; problem: NumberProblem };

/** `digits` / 10^`scale` */
type Exact = { digits: bigint; scale: number };
type Part = Exact | NumberProblem;

const mostCharacters = 60;
const mostDigits = 30;
const scales: readonly (readonly [word: string, zeros: number])[] = [
  ["亿", 8],
  ["万", 4],
  ["千", 3],
  ["百", 2],
  ["十", 1],
];
const money = /^(-?)(?:人民币|RMB|CNY)? ?(?:[¥￥])? ?/i;
const written: Readonly<Record<string, readonly string[]>> = {
  元: ["元整", "元正", "圆整", "圆", "元"],
  美元: ["美元", "美金"],
  "%": ["%"],
  百分点: ["个百分点", "百分点", "%"],
  平方米: ["平方米", "平米", "㎡", "m²", "m2"],
  立方米: ["立方米", "m³", "m3"],
  人: ["人", "名", "位"],
  名: ["名", "人", "位"],
  位: ["位", "人", "名"],
  家: ["家", "户", "个"],
  户: ["户", "家"],
  月: ["个月", "月"],
  A级: ["A级", "A"],
  标箱: ["标箱", "TEU"],
};

/**
 * Reads a number as people write it: full-width digits and signs, 千 / 万 / 亿 and their compounds (1亿2000万, 3千万), the
 * unit of what is asked (`unit` as the fact registry has it, with ¥ for 元), commas or blanks between groups of three.
 * A comma elsewhere, a foreign unit, an exponent and a bare rest (1万5) are refused.
 */
export function readNumber(typed: string, unit: string | null): ReadNumber {
  const text = plainDashes(plainTyping(typed)).replace(/^\+/, "");
  if (text.length > mostCharacters || !/\d/.test(text)) return { ok: false, problem: "problem.number" };
  const bare = withoutUnit(text, unit);
  const sign = bare.startsWith("-") ? "-" : "";
  const part = readScaled(bare.slice(sign.length).trim(), 0);
  if (typeof part === "string") return { ok: false, problem: part };
  const value = canonicalNumeral(`${part.digits}e-${part.scale}`);
  return value.replace(".", "").length > mostDigits
    ? { ok: false, problem: "problem.number" }
    : { ok: true, value: value === "0" ? "0" : sign + value };
}

/** A single sum of a million million yuan is a slip of the hand. */
const mostFen = 100_000_000_000_000n;

/**
 * A sum of money in yuan as it was typed, exactly in fen. More than two decimals of a yuan are refused, and so are sums from
 * 10^12 yuan; the sign is left to the caller.
 */
export function readFen(typed: string): { ok: true; fen: Fen } | { ok: false; problem: NumberProblem } {
  const read = readNumber(typed, "元");
  if (!read.ok) return read;
  const [whole = "0", cents = ""] = read.value.split(".");
  if (cents.length > 2) return { ok: false, problem: "problem.cents" };
  const fen = BigInt(whole + cents.padEnd(2, "0"));
  return fen >= mostFen || -fen >= mostFen ? { ok: false, problem: "problem.max" } : { ok: true, fen };
}

function withoutUnit(text: string, unit: string | null): string {
  if (unit === null) return text;
  const start = unit === "元" ? text.replace(money, "$1") : text;
  const suffix = (written[unit] ?? [unit]).find((word) => start.toUpperCase().endsWith(word.toUpperCase()));
  return suffix === undefined ? start : start.slice(0, -suffix.length).trimEnd();
}

/** Splits at the greatest scale word there is: what stands before is multiplied, what follows is added. */
function readScaled(text: string, from: number): Part {
  const at = scales.findIndex(([word], index) => index >= from && text.includes(word));
  const [word, zeros] = scales[at] ?? [];
  if (word === undefined || zeros === undefined) return readPlain(text);
  const split = text.lastIndexOf(word);
  const head = readScaled(text.slice(0, split).trim(), at < 2 ? at + 1 : scales.length);
  if (typeof head === "string") return head;
  const scaled = { digits: head.digits * 10n ** BigInt(zeros), scale: head.scale };
  const rest = text.slice(split + 1).trim();
  return rest === "" ? scaled : withRest(scaled, rest, { head, zeros, at });
}

function withRest(scaled: Exact, rest: string, { head, zeros, at }: { head: Exact; zeros: number; at: number }): Part {
  const tail = readScaled(rest, at + 1);
  if (typeof tail === "string") return tail;
  const whole = /^\d+/.exec(rest.replaceAll(",", ""))?.[0] ?? "";
  const bare = scales.every(([word]) => !rest.includes(word));
  if (head.scale > 0 || (bare && whole.length !== zeros)) return "problem.incomplete";
  if (tail.digits >= 10n ** BigInt(zeros + tail.scale)) return "problem.incomplete";
  return { digits: scaled.digits * 10n ** BigInt(tail.scale) + tail.digits, scale: tail.scale };
}

const grouped = /^[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*$/;

function readPlain(text: string): Part {
  const found = /^([\d, ]*)(?:\.([\d, ]+))?$/.exec(text);
  if (!found) return wrongUnit(text);
  const [, whole = "", fraction = ""] = found;
  if (whole === "") return "problem.number";
  const sound = (/^\d+$/.test(whole) || grouped.test(whole)) && /^\d*$/.test(fraction);
  return sound ? { digits: BigInt(whole.replace(/[, ]/g, "") + fraction), scale: fraction.length } : "problem.grouping";
}

/** Digits with words behind them are a number in a unit that was not asked for. */
function wrongUnit(text: string): NumberProblem {
  return /^\d[\d., ]*(?:[\p{L}%‰℃$/²³]+)$/u.test(text) && !/^[\d.]+e[+-]?\d*$/i.test(text)
    ? "problem.unit"
    : "problem.number";
}
