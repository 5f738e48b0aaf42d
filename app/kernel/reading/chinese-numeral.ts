const digits = new Map([..."零一二三四五六七八九"].map((sign, value) => [sign, value] as const));
digits.set("两", 2);
const powers = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
] as const);

/** Words of magnitude behind a numeral: 5百万 is five million. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ["万亿", 1e12],
  ["千亿", 1e11],
  ["百亿", 1e10],
  ["亿", 1e8],
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 1e2],
]);

/** The value of one sign: 两 is 2; undefined for what is no digit. */
export function digitOf(sign: string): number | undefined {
  return digits.get(sign);
}

/** Signs a Chinese numeral is made of. */
export const chineseSigns = "零一二两三四五六七八九十百千";

/**
 * A number below ten thousand as written: 20, 1,500, 2.5, 二十, 一百二十, 两千零五. Null for what is none.
 */
export function readChineseNumeral(written: string): number | null {
  if (/^\d/.test(written)) return Number(written.replaceAll(",", ""));
  if (![...written].some((sign) => digits.has(sign) || powers.has(sign as "十"))) return null;
  const [whole = "", part] = written.split("点");
  const value = readChinese(whole);
  if (value === null || part === undefined) return value;
  const decimals = [...part].map((sign) => digits.get(sign));
  return decimals.includes(undefined) ? null : Number(`${value}.${decimals.join("")}`);
}

function readChinese(written: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const sign of written) {
    const power = powers.get(sign as "十");
    if (power !== undefined) {
      total += (digit ?? 1) * power;
      digit = null;
    } else if (sign === "零") digit = null;
    else if (digit !== null) return null;
    else digit = digits.get(sign) ?? null;
  }
  return total + (digit ?? 0);
}
