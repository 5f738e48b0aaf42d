import type { Fen } from "~/kernel/money";

const digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const places = ["仟", "佰", "拾", ""] as const;
const groups = ["亿", "万", ""] as const;
/** One 万亿 yuan in fen: above it the groups of four nest and the rules give no example. */
const limit = 100_000_000_000_000n;

/**
 * A sum in capital numerals (大写) without the leading 人民币, by 《支付结算办法》 annex 1: one 零 for any run of zeros inside
 * the number, 整 after 元, none after 角 and 分. Where the annex leaves 零 open it takes the annex's first form.
 * @throws RangeError for a negative sum and from one 万亿 yuan
 */
export function capitalAmount(fen: Fen): string {
  if (fen < 0n || fen >= limit) throw new RangeError(`no capital numerals for ${fen} fen`);
  const whole = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const cent = Number(fen % 10n);
  if (jiao === 0 && cent === 0) return `${wholeText(whole) || "零"}元整`;
  if (whole === 0n) return decimalText(jiao, cent);
  const gap = jiao === 0 || whole % 10n === 0n ? "零" : "";
  return `${wholeText(whole)}元${gap}${decimalText(jiao, cent)}`;
}

function decimalText(jiao: number, cent: number): string {
  return (jiao > 0 ? `${digits[jiao]}角` : "") + (cent > 0 ? `${digits[cent]}分` : "");
}

function wholeText(whole: bigint): string {
  const padded = whole.toString().padStart(12, "0");
  return groups.reduce<string>((text, unit, index) => {
    const group = padded.slice(index * 4, index * 4 + 4);
    if (Number(group) === 0) return text;
    const gap = text !== "" && group.startsWith("0") ? "零" : "";
    return `${text}${gap}${groupText(group)}${unit}`;
  }, "");
}

/** Four digits without zeros at either end; a run of zeros between is one 零. */
function groupText(group: string): string {
  const said = [...group]
    .map((digit, index) => (digit === "0" ? "零" : `${digits[Number(digit)]}${places[index]}`))
    .join("");
  return said.replace(/零+/g, "零").replace(/^零|零$/g, "");
}
