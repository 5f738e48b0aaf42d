/** Money in fen (1 yuan = 100 fen). Sums are always bigint; a yuan number exists only at the edge. */
export type Fen = bigint;

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Yuan (number or decimal text) to fen, rounded half-up (away from zero).
 * @throws RangeError when the text is not a plain decimal.
 */
export function fenFromYuan(yuan: number | string): Fen {
  const found = decimal.exec(typeof yuan === "number" ? plainDecimal(yuan) : yuan.trim());
  if (!found) throw new RangeError(`not a sum in yuan: ${yuan}`);
  const [, sign, whole = "0", fraction = ""] = found;
  const cents = BigInt(whole + fraction.padEnd(2, "0").slice(0, 2));
  const rounded = Number(fraction[2] ?? "0") >= 5 ? cents + 1n : cents;
  return sign ? -rounded : rounded;
}

/** A decimal of yuan to fen where it is a whole number of fen; idle zeros say nothing. Null for a part of a fen or no decimal. */
export function exactFen(yuan: string): Fen | null {
  const found = /^([+-]?)(\d*)\.?(\d*)$/.exec(yuan.trim());
  const [, sign, whole = "", decimals = ""] = found ?? [];
  if (whole + decimals === "" || /[1-9]/.test(decimals.slice(2))) return null;
  const fen = BigInt(whole + decimals.slice(0, 2).padEnd(2, "0"));
  return sign === "-" ? -fen : fen;
}

function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a sum in yuan: ${value}`);
  const text = String(value);
  return text.includes("e") ? value.toFixed(Math.abs(value) < 1 ? 20 : 0) : text;
}

/** Fen as yuan text with thousands separators and two decimals, without currency sign: `1,234.50`. */
export function formatYuan(fen: Fen): string {
  const absolute = fen < 0n ? -fen : fen;
  const whole = (absolute / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "-" : ""}${whole}.${(absolute % 100n).toString().padStart(2, "0")}`;
}

/** Fen as yuan text for exports: `1234.50`. */
export function plainYuan(fen: Fen): string {
  return formatYuan(fen).replaceAll(",", "");
}

/** Fen as people say it: 万元 from 10,000 yuan, 亿元 from 100 million (at most two decimals, truncated), else yuan. */
export function sayYuan(fen: Fen, language: "zh" | "en"): string {
  if (language === "en") return `CNY ${trimmed(formatYuan(fen))}`;
  const absolute = fen < 0n ? -fen : fen;
  if (absolute >= 10_000_000_000n) return `${inUnits(fen, 10_000_000_000n)}亿元`;
  if (absolute >= 1_000_000n) return `${inUnits(fen, 1_000_000n)}万元`;
  return `${trimmed(formatYuan(fen))}元`;
}

function inUnits(fen: Fen, unit: bigint): string {
  return trimmed(formatYuan((fen * 100n) / unit));
}

function trimmed(text: string): string {
  return text.replace(/\.00$/, "").replace(/(\.\d)0$/, "$1");
}
