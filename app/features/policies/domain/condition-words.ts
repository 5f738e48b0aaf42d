import { factLabel } from "~/features/policies/domain/fact-label";
import type { Operator } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { isRelativeYear, type ConditionValue } from "~/features/policies/domain/relative-year";
import type { Bound, FigureRange } from "./figure-range";
import type { Gap } from "./gap";
import { groupedNumber } from "./number-words";
import { oppositeOperator } from "./operators";
import { quantityInWords, separator, valueInWords, yesOrNo, type CodeNames, type Language } from "./value-words";

/** A condition to be put in words; `negated` when it must not hold. */
export type WordedLeaf = { operator: Operator; value: ConditionValue; negated?: boolean };

type Words = Readonly<Record<Language, Partial<Record<Operator, string>>>>;

const ofAmounts: Words = {
  zh: { lessThan: "低于", lessThanInclusive: "不超过", greaterThan: "超过", greaterThanInclusive: "不低于" },
  en: {
    lessThan: "is below",
    lessThanInclusive: "is at most",
    greaterThan: "is above",
    greaterThanInclusive: "is at least",
  },
};

const ofCounts: Words = {
  zh: { lessThan: "少于", lessThanInclusive: "不超过", greaterThan: "超过", greaterThanInclusive: "不少于" },
  en: {
    lessThan: "is fewer than",
    lessThanInclusive: "is at most",
    greaterThan: "is more than",
    greaterThanInclusive: "is at least",
  },
};

const ofTimes: Words = {
  zh: { lessThan: "早于", lessThanInclusive: "不晚于", greaterThan: "晚于", greaterThanInclusive: "不早于" },
  en: {
    lessThan: "is before",
    lessThanInclusive: "is no later than",
    greaterThan: "is after",
    greaterThanInclusive: "is no earlier than",
  },
};

const ofAll: Words = {
  zh: {
    equal: "为",
    notEqual: "不为",
    in: "为",
    notIn: "不属于",
    contains: "包含",
    doesNotContain: "不包含",
    startsWithAny: "属于",
  },
  en: {
    equal: "is",
    notEqual: "is not",
    in: "is one of",
    notIn: "is none of",
    contains: "includes",
    doesNotContain: "does not include",
    startsWithAny: "is in",
  },
};

/** One condition in words: 「研发投入占比 不低于 3 %」, 「所在地区 属于 马鞍山市」, 「具有独立法人资格：是」. */
export function leafInWords(
  leaf: WordedLeaf,
  definition: FactDefinition,
  language: Language,
  names: CodeNames,
): string {
  const negated = leaf.negated === true;
  const operator = (negated ? oppositeOperator[leaf.operator] : null) ?? leaf.operator;
  const stillNegated = negated && operator === leaf.operator;
  const name = subjects[definition.name]?.[language] ?? factLabel(definition, language);
  if (operator === "withinYears") return `${name} ${spanInWords(Number(leaf.value), stillNegated, language)}`;
  if (typeof leaf.value === "boolean") return booleanInWords(name, (operator === "equal") === leaf.value, language);
  const verb = stillNegated
    ? notIn[language]
    : (tableFor(definition)[language][operator] ?? ofAll[language][operator] ?? operator);
  const value = isRelativeYear(leaf.value)
    ? relativeYearInWords(leaf.value.year, language)
    : listInWords(leaf.value, definition, language, names);
  return `${name} ${verb} ${value}`;
}

/** Codes read better as what they stand for. */
const subjects: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  region: { zh: "所在地区", en: "Location" },
  industry: { zh: "所属行业", en: "Industry" },
};

const notIn: Readonly<Record<Language, string>> = { zh: "不属于", en: "is not in" };

function tableFor(definition: FactDefinition): Words {
  if (definition.type === "integer") return ofCounts;
  return definition.type === "date" || definition.type === "year" ? ofTimes : ofAmounts;
}

function booleanInWords(name: string, value: boolean, language: Language): string {
  return language === "zh" ? `${name}：${yesOrNo(value, language)}` : `${name}: ${yesOrNo(value, language)}`;
}

function listInWords(value: FactValue, definition: FactDefinition, language: Language, names: CodeNames): string {
  const values = Array.isArray(value) ? (value as readonly (string | number | boolean)[]) : [value];
  const words = [...new Set(values.map((entry) => valueInWords(entry, definition, language, names)))];
  if (words.length < 2 || definition.type === "code") return words.join(separator(language));
  const last = language === "zh" ? "或" : " or ";
  return words.slice(0, -1).join(separator(language)) + last + (words.at(-1) ?? "");
}

/** A year counted from that of the claim: 「申报当年」, 「申报上一年」, 「申报当年前 3 年」. */
function relativeYearInWords(year: number, language: Language): string {
  if (year === 0) return language === "zh" ? "申报当年" : "the year of the claim";
  if (year === -1) return language === "zh" ? "申报上一年" : "the year before the claim";
  const count = groupedNumber(Math.abs(year));
  if (language === "zh") return `申报当年${year < 0 ? "前" : "后"} ${count} 年`;
  return `${count} ${Math.abs(year) === 1 ? "year" : "years"} ${year < 0 ? "before" : "after"} the year of the claim`;
}

function spanInWords(years: number, negated: boolean, language: Language): string {
  const whole = Number.isInteger(years);
  const length = groupedNumber(whole ? years : Math.round(years * 12));
  if (language === "zh") return `${negated ? "距今已超过" : "距今不超过"} ${length} ${whole ? "年" : "个月"}`;
  return `is ${negated ? "more than" : "at most"} ${length} ${whole ? "years" : "months"} ago`;
}

/** A range of figures in words: 「不低于 3 %」, 「超过 0 元」, 「不少于 1 人、不超过 300 人」, 「20 人」; null for every figure. */
export function rangeInWords(
  { least, most }: FigureRange,
  definition: FactDefinition,
  language: Language,
  names: CodeNames,
): string | null {
  const figure = (bound: Bound) => valueInWords(bound.value, definition, language, names);
  if (least !== null && most?.value === least.value) return figure(least);
  const verbs = tableFor(definition)[language];
  const from = least && `${verbs[least.inclusive ? "greaterThanInclusive" : "greaterThan"]} ${figure(least)}`;
  const to = most && `${verbs[most.inclusive ? "lessThanInclusive" : "lessThan"]} ${figure(most)}`;
  const ends = [from, to].filter((end) => end !== null).map((end) => end.replace(/^is /, ""));
  return ends.length === 0 ? null : ends.join(language === "zh" ? "、" : " and ");
}

/** What is missing, in words: 「还差 0.9 个百分点」, 「超出 12 人」. */
export function gapInWords(gap: Gap, language: Language): string {
  const { [gap.direction]: phrases } = gapPhrases[language];
  if (gap.exceed && gap.amount === 0) return phrases.bound;
  const amount = quantityInWords(gap.amount, gap.unit, language);
  return gap.exceed ? phrases.exceed(amount) : phrases.plain(amount);
}

type GapPhrases = { plain(amount: string): string; exceed(amount: string): string; bound: string };
const gapPhrases: Readonly<Record<Language, Record<Gap["direction"], GapPhrases>>> = {
  zh: {
    more: { plain: (amount) => `还差 ${amount}`, exceed: (amount) => `还差 ${amount}以上`, bound: "须高于标准" },
    less: {
      plain: (amount) => `超出 ${amount}`,
      exceed: (amount) => `超出 ${amount}，且须低于标准`,
      bound: "须低于标准",
    },
  },
  en: {
    more: {
      plain: (amount) => `${amount} short`,
      exceed: (amount) => `more than ${amount} short`,
      bound: "must be above the bound",
    },
    less: {
      plain: (amount) => `${amount} too much`,
      exceed: (amount) => `${amount} too much, and must be below the bound`,
      bound: "must be below the bound",
    },
  },
};
