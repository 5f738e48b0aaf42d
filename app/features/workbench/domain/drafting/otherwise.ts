import { comparisonAt } from "./comparisons";
import type { Figure } from "./figures";

/** A figure for most, whom the brackets behind it name, and the figure for these. */
export type Otherwise = { usual: Figure; when: Figure; other: Figure };

/** Three figures of which the brackets hold the last two, the outer ones of one kind: 15%（超100人的企业8%）. */
export function elseIn(plain: string, [usual, when, other]: readonly Figure[]): Otherwise | null {
  if (!usual || !when || !other || usual.kind !== other.kind || usual.unit !== other.unit) return null;
  if (when.kind === usual.kind || !comparisonAt(plain, when)) return null;
  const opens = /^(?:及?以上|以下|以内)?\([^()]*$/.test(plain.slice(usual.end, when.start));
  const closes = /^(?:及?以上|以下|以内)?\)/.test(plain.slice(other.end));
  return opens && closes && !/[()]/.test(plain.slice(when.end, other.start)) ? { usual, when, other } : null;
}
