import { comparisonAt } from "./comparisons";
import type { Comparison } from "./comparison-words";
import type { Figure } from "./figures";
import type { Span } from "./span";

/** A figure of several that each have a name of their own before them: the place of its name, the comparison of all and its words. */
export type Respective = { name: Span; operator: Comparison; words: Span };

/** 营业收入、纳税总额分别不低于1000万元、50万元: the first figure is of the first name, the second of the second. */
export function respectiveAt(plain: string, figures: readonly Figure[], at: number): Respective | null {
  const first = firstOfList(figures, at);
  const list = figures.slice(first, lastOfList(figures, at) + 1);
  const [one, last] = [list[0], list.at(-1)];
  if (!one || !last || list.length < 2) return null;
  const compared = comparisonAt(plain, one) ?? comparisonAt(plain, last);
  const names = namesBefore(plain, one.start);
  const name = names.length === list.length ? names[at - first] : undefined;
  const words = { start: compared?.start ?? one.start, end: Math.max(last.end, compared?.end ?? 0) };
  return name && compared ? { name, operator: compared.operator, words } : null;
}

function firstOfList(figures: readonly Figure[], at: number): number {
  let first = at;
  while (figures[first - 1]?.joins === "list") first -= 1;
  return first;
}

function lastOfList(figures: readonly Figure[], at: number): number {
  let last = at;
  while (figures[last]?.joins === "list" && figures[last + 1]) last += 1;
  return last;
}

/** The names of a list that 分别 follows, with their places. */
function namesBefore(plain: string, end: number): Span[] {
  const match = /([^，。；\d\n]{2,40})分别[^，。；\d]{0,8}$/.exec(plain.slice(0, end));
  if (!match) return [];
  return [...(match[1] ?? "").matchAll(/[^、和及与]+/g)].map(({ index, 0: { length } }) => ({
    start: match.index + index,
    end: match.index + index + length,
  }));
}
