import { comparisonAt } from "../comparisons";
import { rankFacts, type Around } from "../find-fact";
import { figuresIn, spanOf, type Masked } from "../mask";
import { formerOf } from "../implied";
import { favourOf } from "./taxes";
import { evenWidth } from "../span";
import { effectOf } from "./amount-terms";
import {
  aroundOf,
  capOf,
  gives,
  isMoney,
  nameOf,
  othersOf,
  pieceEnd,
  pieceStart,
  placesOf,
  type Place,
  type Shaped,
} from "./shape";

/** Words before a percentage that make it a condition though nothing compares it. */
const condition =
  /(?:占比|比例|比重|占[^，。；]{0,12}|增长|增幅|增速|裁员率|费率[^，]{0,6}|股权|持股|股份|及?原料|持有)$/;
const most = /(?:最高|上限)[^，。；]{0,12}$/;
/** 不超过投资的30%给予补助 */
const givenShare = new RegExp(`^[^，。；¥]{0,6}${gives}[^，。；]{0,4}(?![^，。；]*¥)`);
const measured = /(?:占|增长|增幅|裁员率)[^，。；]{0,6}$/;
/** A share of what is more than before. */
const increment = /(?:增量|(?:增长|增加|新增|净增|超出)(?:部分|额|量))[^，。；]{0,6}$/;
const paying = new RegExp(`(?:按|${gives})[^，。；]{0,14}(?:比例|不超过|超过)?$`);
/** A rate that another is counted from, or that is told only in passing. */
const aside = /(?:上浮|下浮|不受|税率|提高到|基准|LPR|由|从)[^，。；]{0,2}$/;

/** 按设备投资额10%补助，最高500万元; 返还失业保险费的60%; 减缴85% */
export function percents(masked: Masked, place: Place): Shaped | null {
  const { text } = masked;
  const at = rateIn(masked, evenWidth(place.text));
  const [figure] = at === null ? [] : figuresIn(masked, at, at + 1);
  if (at === null || !figure) return null;
  const start = Math.max(pieceStart(text, at), lastOf(text, at, /[按对以¥％＃]/g));
  const ranked = rankFacts(place, baseWords(masked, place, start, at), isMoney, {
    favour: isRelief(text) ? favourOf(text) : () => 0,
  });
  const { cap, spans } = capOf(masked, at);
  const own = text.slice(pieceStart(text, at), at);
  const former = increment.test(own) && ranked[0] ? formerOf(ranked[0].fact.name, place.index) : null;
  const common = {
    percent: figure.value,
    capYuan: cap,
    upTo: /(?:不超过|最高|不高于|至多|上限)[^，。；]{0,14}$/.test(own),
  };
  const found = {
    spans: [spanOf(masked, start, at + 1), ...spans, ...placesOf(ranked)],
    others: othersOf(ranked),
  };
  if (former !== null)
    return { ...found, amount: { ...common, kind: "percentIncrement", base: nameOf(ranked), previous: former } };
  return {
    ...found,
    amount: {
      ...common,
      kind: isMatching(own, text.slice(at, pieceEnd(text, at))) ? "match" : "percent",
      base: nameOf(ranked),
    },
  };
}

/** The percentage that is the rate: the sum of several, then one that is paid by, then the first. */
function rateIn(masked: Masked, plain: string): number | null {
  const { text } = masked;
  const rates = [...text.matchAll(/％/g)].map(({ index }) => index).filter((at) => isRate(masked, plain, at));
  const sum = rates.find((at) => /(?:合计|减)(?:不低于)?$/.test(text.slice(Math.max(0, at - 6), at)));
  const paid = rates.find((at) => new RegExp(`按|${gives}`).test(text.slice(pieceStart(text, at), pieceEnd(text, at))));
  return sum ?? paid ?? rates[0] ?? null;
}

/** 增值率20%以下的免征: a relief on a condition, whose percentage is no rate. */
const relieved = /^[^。；＃¥]{0,30}(?:免征|免缴|免收|不征|不缴)/;

function isRate({ text, figures }: Masked, plain: string, at: number): boolean {
  const before = text.slice(pieceStart(text, at), at);
  const after = text.slice(at + 1);
  const figure = figures.get(at);
  const isCompared = figure !== undefined && comparisonAt(plain, figure) !== null;
  if (relieved.test(after) && (isCompared || /(?:占|率|比例)[^，。；]{0,4}$/.test(before))) return false;
  if (aside.test(before) && !before.slice(-8).includes("按")) return false;
  return isPaid(before) || !(condition.test(before) || (isCompared && !most.test(before) && !givenShare.test(after)));
}

function isPaid(before: string): boolean {
  return /合计不低于$/.test(before) || (paying.test(before) && !measured.test(before));
}

function isRelief(text: string): boolean {
  return ["reduction", "deduction", "deferral"].includes(effectOf(text));
}

/** The words that name what a rate is of: before it back to 按, or the whole sentence where it relieves of a tax. */
function baseWords(masked: Masked, place: Place, start: number, at: number): Around {
  const { text } = masked;
  if (isRelief(text)) return aroundOf(masked, place, 0, text.length);
  const isNamed = /[一-龥]{2}/.test(text.slice(start, at));
  return isNamed ? aroundOf(masked, place, start, pieceEnd(text, at)) : aroundOf(masked, place, 0, at);
}

/** A share of what a higher level gave. */
function isMatching(before: string, after: string): boolean {
  return after.includes("配套") && /国家|省|上级|中央|市/.test(before);
}

function lastOf(text: string, before: number, pattern: RegExp): number {
  const found = [...text.slice(0, before).matchAll(pattern)].at(-1);
  return found === undefined ? 0 : found.index + 1;
}
