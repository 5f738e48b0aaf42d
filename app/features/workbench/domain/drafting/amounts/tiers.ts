import type { Figure } from "../figures";
import type { FoundFact } from "../find-fact";
import { figuresIn, spanOf, type Masked } from "../mask";
import {
  aroundOf,
  capOf,
  factsFor,
  gives,
  nameOf,
  othersOf,
  pieceStart,
  placesOf,
  valueOf,
  type Place,
  type Shaped,
} from "./shape";

/** 以上（含）、 between two of a list; 1亿至5亿元 in it is one step, which begins at its lower end. */
const next = "(?:\\(含\\))?(?:及?以上)?(?:\\(含\\))?[、，和及/]";
const lists = ["＃", "¥", "％"]
  .map((sign) => `${sign}(?:(?:至|到|-|—|~|～)${sign})?(?:${next}${sign}(?:(?:至|到|-|—|~|～)${sign})?)+`)
  .join("|");
const listed = new RegExp(`(${lists})([^¥％＃。；]{0,24}?)(?:分别|${gives})[^¥％＃。；]{0,20}(¥(?:[、，和及/]¥)+)`);
const upTo = "(?:[^¥％＃，。；、]{0,8}[¥＃％])?";
/** 5级奖30万元，4级20万元: the verb stands with the first step alone. */
const further = "(?<=¥[、，；])[¥＃％][^¥％＃，。；]{0,8}¥";
const oneByOne = new RegExp(`[¥＃％]${upTo}[^¥％＃，。；]{0,14}?${gives}[^¥％＃，。；]{0,6}¥|${further}`, "g");

/** 达1亿、5亿元，分别奖5万、20万元; 新评5A、4A级分别奖5万、3万元 */
export function tiers(masked: Masked, place: Place): Shaped | null {
  const match = listed.exec(masked.text);
  if (!match) return null;
  const [whole, first = "", , pays = ""] = match;
  const end = match.index + whole.length;
  const from = lowerEnds(figuresIn(masked, match.index, match.index + first.length));
  const to = figuresIn(masked, end - pays.length, end);
  if (from.length !== to.length || !from[0]) return null;
  const around = aroundOf(masked, place, pieceStart(masked.text, match.index), end - pays.length);
  return tiered(from, to, factsFor(from[0], around, place), { masked, start: match.index, end });
}

/** 达1亿元的奖5万元，达5亿元的奖20万元 */
export function tiersOneByOne(masked: Masked, place: Place): Shaped | null {
  const found = [...masked.text.matchAll(oneByOne)].map((match) => ({
    match,
    figures: figuresIn(masked, match.index, match.index + match[0].length),
  }));
  const [first] = found;
  const figure = first?.figures[0];
  if (!first || !figure || found.length < 2 || masked.text.includes("每")) return null;
  if (!found.every(({ figures }) => [2, 3].includes(figures.length) && figures[0]?.unit === figure.unit)) return null;
  const last = (found.at(-1) ?? first).match;
  const around = aroundOf(masked, place, pieceStart(masked.text, first.match.index), first.match.index);
  const [from, to] = [0, -1].map((at) => found.flatMap(({ figures }) => figures.at(at) ?? [])) as [Figure[], Figure[]];
  return tiered(from, to, factsFor(figure, around, place), {
    masked,
    start: first.match.index,
    end: last.index + last[0].length,
  });
}

function lowerEnds(figures: readonly Figure[]): Figure[] {
  return figures.filter((_, at) => figures[at - 1]?.joins !== "range");
}

type Where = { masked: Masked; start: number; end: number };

function tiered(
  from: readonly Figure[],
  to: readonly Figure[],
  ranked: readonly FoundFact[],
  { masked, start, end }: Where,
): Shaped {
  const { cap, spans } = capOf(masked, end);
  const rows = from.map((figure, at) => ({ from: valueOf(figure, ranked[0]?.fact.unit), yuan: to[at]?.value ?? 0 }));
  return {
    amount: {
      kind: "tiered",
      on: nameOf(ranked),
      tiers: rows.sort((left, right) => left.from - right.from),
      capYuan: cap,
      upTo: masked.text.slice(start, end).includes("最高"),
    },
    spans: [spanOf(masked, start, end), ...spans, ...placesOf(ranked)],
    others: othersOf(ranked),
  };
}
