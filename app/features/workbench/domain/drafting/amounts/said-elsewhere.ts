import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { Sentence } from "../conditions";
import { figuresIn, mask, spanOf, type Masked } from "../mask";
import type { Span } from "../span";
import { merge } from "../word-pairs";
import { pieceStart, type FoundAmount } from "./shape";

const cap = /(?:上限|最高|最多|至多|封顶)[^，。；¥％＃]{0,6}¥/;
/** A most of several items, of a pot or of a loan is none of this amount. */
const ofAnother = /总额|总封顶|资金池|贷款|授信|责任|另|原|其他|市级|省级|国家/;
const ofSeveral = /累计|合计|跨|相加|之和|叠加|各条/;

/** 免税额按6%税率估, 金额为按25%税率暂不缴的税, 减半期按法定25%的一半: the rate a relief is counted at. */
const rate = /按[^，。；％]{0,8}％(?:的?(?:法定)?税率|征收率|预征率|的?一半|估|计)|法定[^，。；％]{0,4}％/;

type Elsewhere = { value: number; span: Span };

function elsewhere(sentences: readonly Sentence[], pattern: RegExp, kind: "yuan" | "percent"): Elsewhere | null {
  for (const place of sentences) {
    const masked: Masked = mask(place.text, place.sentence, place.figures);
    const match = pattern.exec(masked.text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (kind === "yuan" && isOfAnother(masked.text, match.index, end)) continue;
    const figure = figuresIn(masked, match.index, end).find((each) => each.kind === kind);
    if (figure) return { value: figure.value, span: spanOf(masked, match.index, end) };
  }
  return null;
}

function isOfAnother(text: string, start: number, end: number): boolean {
  return ofSeveral.test(text.slice(0, end)) || ofAnother.test(text.slice(pieceStart(text, start), end));
}

/** The cap of an amount that its own sentence leaves open, where another one sets it. */
export function withCapOf(found: FoundAmount, others: readonly Sentence[]): FoundAmount {
  const { amount } = found;
  if (!("capYuan" in amount) || amount.capYuan !== null || amount.effect !== "payment") return found;
  const most = elsewhere(others, cap, "yuan");
  return most
    ? { ...found, amount: { ...amount, capYuan: most.value }, spans: merge([...found.spans, most.span]) }
    : found;
}

/**
 * A relief of a tax that is counted from an income or a turnover is the rate of the tax times the share relieved: 免征 of 25 % is 25 %,
 * 减半 12.5 %, 减按15% of 25 % is 10 %. The rate is taken from the words, never supposed.
 */
export function atRateOf(
  found: FoundAmount,
  all: readonly Sentence[],
  factOf: (name: string) => FactDefinition | undefined,
): FoundAmount {
  const { amount } = found;
  if (amount.kind !== "percent" || (amount.effect !== "reduction" && amount.effect !== "deferral")) return found;
  const base = typeof amount.base === "string" ? factOf(amount.base) : undefined;
  if (!base || /税|费/.test(base.zh.replace(/应纳税所得额|免税|应税|不含税|减免税|担保费|保险费|保费/g, "")))
    return found;
  const stated = elsewhere(all, rate, "percent");
  if (!stated) return found;
  const percent = relievedShare(found, all, stated.value);
  return percent === null
    ? found
    : { ...found, amount: { ...amount, percent }, spans: merge([...found.spans, stated.span]) };
}

function relievedShare({ amount, spans }: FoundAmount, all: readonly Sentence[], full: number): number | null {
  if (amount.kind !== "percent") return null;
  if (amount.percent === 100) return full;
  const text = all[0]?.text ?? "";
  const own = spans.map(({ start, end }) => text.slice(Math.max(0, start - 4), end + 6)).join("|");
  if (amount.percent === 50 || (amount.percent === full && /减半/.test(own))) return full / 2;
  return /减按/.test(own) && amount.percent < full ? full - amount.percent : null;
}
