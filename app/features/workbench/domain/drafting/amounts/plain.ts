import { rankFacts } from "../find-fact";
import { figuresIn, spanOf, type Masked } from "../mask";
import {
  aroundOf,
  gives,
  isMoney,
  most,
  nameOf,
  othersOf,
  pieceStart,
  placesOf,
  type Place,
  type Shaped,
} from "./shape";

const relief =
  /减半|半价|暂不(?:征收|缴纳|确认)|(?:暂)?(?:免征|免缴|免收|免纳|不征收?|不再缴纳|不再贴花|全免|全额)|免(?=[^，。；]{0,12}(?:税|费))/;
const paid = new RegExp(`${gives}[^¥，。；]{0,6}¥`);

/** 免征, 全额 and 减半 say a share without a figure. */
export function reliefs(masked: Masked, place: Place): Shaped | null {
  const match = paid.test(masked.text) ? null : relief.exec(masked.text);
  if (!match) return null;
  const ranked = rankFacts(place, aroundOf(masked, place, 0, masked.text.length), isMoney);
  return {
    amount: {
      kind: "percent",
      base: nameOf(ranked),
      percent: match[0].includes("半") ? 50 : 100,
      capYuan: null,
      effect: match[0].startsWith("暂不") ? "deferral" : "reduction",
    },
    spans: [spanOf(masked, match.index, match.index + match[0].length), ...placesOf(ranked)],
    others: othersOf(ranked),
  };
}

const range = "¥(?:(?:至|到|-|—|~|～)¥|(?:[、,]¥)+)?";
const verbFirst = new RegExp(`(?:${gives}|${most})[^¥％＃，。；]{0,12}(?:${range})`);
const sumFirst = new RegExp(`¥(?:(?:至|到|-|—|~)¥)?的?[^，。；¥]{0,12}${gives}`);

/** 一次性奖励20万元; 最高100万元; 给予100至200万元 */
export function sums(masked: Masked): Shaped | null {
  const { text } = masked;
  const match = verbFirst.exec(text) ?? sumFirst.exec(text);
  if (!match) return null;
  const end = match.index + match[0].length;
  const values = figuresIn(masked, match.index, end).flatMap(({ kind, value }) => (kind === "yuan" ? [value] : []));
  const isOpen = values.length > 1 && /至|到|-|—|~|～|档/.test(text.slice(match.index, end + 6));
  const isMost =
    new RegExp(most).test(text.slice(pieceStart(text, match.index), end)) || text.slice(end).startsWith("以内");
  const yuan = isOpen ? Math.max(...values) : values[0];
  if (yuan === undefined) return null;
  return {
    amount: {
      kind: "fixed",
      yuan,
      upTo: isOpen || isMost,
      rangeYuan: isOpen ? [Math.min(...values), yuan] : null,
      ...(isOpen || isMost ? { rateUnknown: true as const } : {}),
    },
    spans: [spanOf(masked, match.index, end)],
    others: [],
  };
}
