import type { Figure } from "../figures";
import { rankFacts } from "../find-fact";
import { comparisonAt } from "../comparisons";
import { evenWidth } from "../span";
import { figuresIn, spanOf, type Masked } from "../mask";
import { favourOf } from "./taxes";
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
  const ranked = rankFacts(place, aroundOf(masked, place, 0, masked.text.length), isMoney, {
    favour: favourOf(masked.text),
  });
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
const verbFirst = new RegExp(`(?:${gives}|${most})[^¥％＃，。；]{0,12}(?:${range})`, "g");
const sumFirst = new RegExp(`¥(?:(?:至|到|-|—|~)¥)?的?[^，。；¥]{0,12}(?<!不|不予|不得)${gives}`, "g");

/** 一次性奖励20万元; 最高100万元; 给予100至200万元; of several sums the one the title speaks of */
export function sums(masked: Masked, place: Place): Shaped | null {
  const { text } = masked;
  const match = [verbFirst, sumFirst].flatMap((pattern) => [...text.matchAll(pattern)]).find(isPaid(masked, place));
  if (!match) return null;
  const end = match.index + match[0].length;
  const values = figuresIn(masked, match.index, end).flatMap(({ kind, value }) => (kind === "yuan" ? [value] : []));
  const isOpen = values.length > 1 && /至|到|-|—|~|～|档/.test(text.slice(match.index, end + 6));
  if (isOpen) return { amount: openSum(values), spans: [spanOf(masked, match.index, end)], others: [] };
  const said = ofTitle(masked, place);
  const yuan = said?.value ?? values[0];
  if (yuan === undefined) return null;
  const isMost =
    new RegExp(`${most}[^¥％＃＠]*¥`).test(text.slice(pieceStart(text, match.index), end)) ||
    text.slice(end).startsWith("以内");
  return {
    amount: { kind: "fixed", yuan, upTo: isMost, ...(isMost ? { rateUnknown: true as const } : {}) },
    spans: [said ? { start: said.start, end: said.end } : spanOf(masked, match.index, end)],
    others: [],
  };
}

/** 纳税总额1000万元以上 is a condition, as is 且不超过4000万元 behind one; 最高不超过100万元 is paid. */
function isPaid(masked: Masked, { text }: Place): (match: RegExpExecArray) => boolean {
  const plain = evenWidth(text);
  return ({ index, 0: words }) => {
    const [figure] = figuresIn(masked, index, index + words.length);
    const operator = figure ? comparisonAt(plain, figure)?.operator : undefined;
    if (/[且但并]$/.test(masked.text.slice(0, index)) && words.startsWith("不")) return false;
    if (bounds.test(words) && !payment.test(masked.text.slice(0, index))) return false;
    const isOfFirm = operator !== undefined && operator !== "lessThanInclusive";
    return !isOfFirm || /^[奖补给资扶支贴返][^，。；]{0,6}(?:不低于|不少于|至少)/.test(words);
  };
}

/** Words that bound a sum as well as a figure of the firm, and those that make it the former: 补助资金不超过100万元. */
const bounds = /^(?:不超过|不高于|控制在|累计|总额)/;
const payment = new RegExp(`${gives}|资金|最高|上限|封顶`);

/** A sum that the office sets within a range. */
function openSum(values: readonly number[]): Shaped["amount"] {
  const [least, yuan] = [Math.min(...values), Math.max(...values)];
  return { kind: "fixed", yuan, upTo: true, rangeYuan: [least, yuan], rateUnknown: true };
}

/** The sum of the sentence that another clause, a title, names too. */
function ofTitle(masked: Masked, { text, figures, sentence, title }: Place): Figure | null {
  if (title.end <= title.start) return null;
  const plain = evenWidth(text);
  const named = figures.filter(({ kind, start, end }) => kind === "yuan" && start >= title.start && end <= title.end);
  const own = [...masked.figures.values()].filter(
    (each) => each.kind === "yuan" && each.start >= sentence.start && !comparisonAt(plain, each),
  );
  return own.find(({ value }) => named.some((each) => each.value === value)) ?? null;
}
