import type { Amount } from "~/features/policies/domain/amount-schema";
import { figuresIn, spanOf, type Masked } from "../mask";
import type { Span } from "../span";

type Effect = Amount["effect"];

const effects: readonly (readonly [RegExp, Effect])[] = [
  [/税前扣除|加计|准予扣除|据实扣除/, "deduction"],
  [/抵免/, "taxCredit"],
  [/递延|缓缴|缓税|暂不征收|暂不确认/, "deferral"],
  [/股权投资|跟投|入股/, "equity"],
  [/(?:贷款|授信|担保)额度|可贷|可获[^，。]{0,8}贷款/, "loanLimit"],
  [/即征即退|返还|退还/, "payment"],
  [/减征|减按|减半|减免|减缴|免征|免收|免缴|免税|扣减|抵减|不征|全免|减收/, "reduction"],
];

/** What a firm has of an amount, by the words of its sentence: money unless they say another thing. */
export function effectOf(text: string): Effect {
  return effects.find(([words]) => words.test(text))?.[1] ?? "payment";
}

/** 连续3年无亏损 is what a firm was, 连续3年给予补贴 what it gets. */
const paidFor =
  /(?:连续(?!＠(?:[^，。；]{0,2}以上|[^，。；]{0,4}(?:无|未|没|盈利|亏损|增长|保持|正常|缴|获|实现|经营)))|最长|不超过|至多|最多|期限|为期)(＠)|(＠)内(?=[^，。；]{0,4}每)/;

/** Years that an amount is paid: 每年, 连续3年, 最长3年, 不超过2个自然年度. */
export function termsOf(masked: Masked): { terms: Pick<Amount, "period" | "maxYears">; spans: Span[] } {
  const years = paidFor.exec(masked.text);
  const yearly = /每年|每人每年|年度最高|按年/.exec(masked.text);
  const [figure] = years ? figuresIn(masked, years.index, years.index + years[0].length) : [];
  const maxYears = figure && figure.unit === "年" ? figure.value / 12 : null;
  const spans = maxYears !== null && years ? [spanOf(masked, years.index, years.index + years[0].length)] : [];
  const isYearly = maxYears !== null || yearly !== null;
  return {
    terms: {
      period: isYearly ? "year" : null,
      maxYears: maxYears !== null && Number.isInteger(maxYears) ? maxYears : null,
    },
    spans: yearly ? [...spans, spanOf(masked, yearly.index, yearly.index + yearly[0].length)] : spans,
  };
}
