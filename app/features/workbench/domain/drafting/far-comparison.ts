import { comparisonBefore, type Found } from "./comparison-words";
import type { Figure } from "./figures";

/** Words between a comparison and a figure that make the figure one of what is paid. */
const giving = /按|[奖补给贴返]|扣减|减征|免征|支持|最高|部分/;
/** 最低工资 names a thing. */
const superlative = /最[低高多少长短]$/;
/** 高于全市水平5个百分点, 低于标准30%: by how much, which the figure is the least of. */
const difference = /^[高低](?:于|出)[^的]*$/;

/**
 * A share compared over what it is a share of: 不低于职工总数的10%, 高于全市平均水平5个百分点; a figure in brackets that says what the words
 * before them amount to: 不高于年度控制目标（5.5%）.
 */
export function comparisonOver(plain: string, { kind, unit, start, end }: Figure): Found | null {
  if (/^的?部分/.test(plain.slice(end))) return null;
  const words = plain.slice(Math.max(0, start - 26), start);
  const isBracketed = words.endsWith("(") && plain[end] === ")";
  const match = nearest(words, nameBefore(words, isBracketed, kind === "percent"));
  if (!match) return null;
  const isDifference = unit.endsWith("百分点") || difference.test(words.slice(-match.length));
  const isBy = !isBracketed && isDifference && !match.isDenied;
  return { operator: isBy ? "greaterThanInclusive" : match.operator, length: match.length };
}

/** What the figure is told by: words without a sign between them, right before the figure or its bracket. */
function nameBefore(words: string, isBracketed: boolean, isShare: boolean): string {
  if (isBracketed) return /[^，。；、()\d]{2,18}\($/.exec(words)?.[0] ?? "";
  return isShare ? (/[一-龥A-Za-z]{2,16}$/.exec(words)?.[0] ?? "") : "";
}

/** The first comparison within a name that some words end with, with all that follows it. */
function nearest(words: string, name: string): (Found & { isDenied: boolean }) | null {
  for (let passed = name.length - 1; passed >= 2; passed -= 1) {
    const before = words.slice(0, -passed);
    const match = comparisonBefore(before);
    if (!match || giving.test(words.slice(-passed)) || superlative.test(before)) continue;
    return { operator: match.operator, length: match.length + passed, isDenied: match.length > 2 };
  }
  return null;
}
