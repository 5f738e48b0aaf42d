import type { Fen } from "~/kernel/money";

/** An exact decimal: `digits` / 10^`scale`. JSON numbers are taken as they are written, never as binary fractions. */
export type Decimal = { digits: bigint; scale: number };

export const zero: Decimal = { digits: 0n, scale: 0 };

const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** A number as the decimal that it is written as (its shortest form): 0.1 is one tenth. @throws RangeError for NaN and infinities. */
export function decimalOf(value: number): Decimal {
  const found = written.exec(String(value));
  if (!found) throw new RangeError(`not a decimal: ${value}`);
  const [, sign, whole = "0", fraction = "", exponent = "0"] = found;
  const digits = BigInt(sign + whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * power(-scale), scale: 0 };
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function aligned(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  return [left.digits * power(scale - left.scale), right.digits * power(scale - right.scale), scale];
}

export function add(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return { digits: a + b, scale };
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return { digits: a - b, scale };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** Per cent of a sum. */
export function percentOf(base: Decimal, percent: Decimal): Decimal {
  const product = multiply(base, percent);
  return { digits: product.digits, scale: product.scale + 2 };
}

/** How many whole `step`s fit into `value` (value >= 0, step > 0). */
export function wholeSteps(value: Decimal, step: Decimal): Decimal {
  const [a, b] = aligned(value, step);
  return { digits: a / b, scale: 0 };
}

/** Negative, zero or positive as `left` is below, at or above `right`. */
export function compare(left: Decimal, right: Decimal): number {
  const [a, b] = aligned(left, right);
  return a < b ? -1 : Number(a > b);
}

export function least(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) <= 0 ? left : right;
}

export function greatest(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) >= 0 ? left : right;
}

/** Yuan to fen, rounded half-up (0.005 yuan becomes 1 fen). For sums that are not negative. */
export function roundToFen(yuan: Decimal): Fen {
  if (yuan.scale <= 2) return yuan.digits * power(2 - yuan.scale);
  const unit = power(yuan.scale - 2);
  return (yuan.digits * 2n + unit) / (unit * 2n);
}

/** The decimal as text without exponent and without idle zeros: `1234.5`. */
export function decimalText({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? "-" : "";
  const padded = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  if (scale === 0) return sign + padded;
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, "");
  return sign + padded.slice(0, padded.length - scale) + (fraction && `.${fraction}`);
}
