import { decimalOf, decimalText } from "~/kernel/decimal";

/** A number with thousands separators, exact: `1,234.5`. */
export function groupedNumber(value: number): string {
  const [whole = "0", fraction] = decimalText(decimalOf(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

const scales = [
  { from: 1e8, zeros: 8, name: "亿", decimals: 2 },
  { from: 1e4, zeros: 4, name: "万", decimals: 4 },
] as const;

/** A large number as people say it in Chinese, never rounded: `1000 万`, `20 亿`, `1999.9999 万`, `9,999`. */
export function chineseNumber(value: number): string {
  for (const { from, zeros, name, decimals } of scales) {
    if (Math.abs(value) < from) continue;
    const { digits, scale } = decimalOf(value);
    const text = decimalText({ digits, scale: scale + zeros });
    if ((text.split(".")[1] ?? "").length <= decimals) return `${text} ${name}`;
  }
  return groupedNumber(value);
}
