export type Comparison = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";

/** A comparison with how many signs its words take. */
export type Found = { operator: Comparison; length: number };

type Pattern = readonly [RegExp, Comparison];

/** （含）, （含本数）, （含500万元）: the figure itself is meant too; （不含）: it is not. */
const included = "(?:\\((?:含|包括|包含)[^()]{0,8}\\)|，?含)";
export const excluded = "\\((?:不含|不包括|不包含)[^()]{0,8}\\)?";
const joined = `(?:${included}|及其?|或者?)*`;

/** Words behind a figure, 500万元≤营业收入 among them; 以上, 以下, 以内 hold the figure itself, 以外 not (民法典第一千二百五十九条). */
const behind: readonly Pattern[] = [
  [new RegExp(`^${joined}以上(?:${excluded}|不含|不包括)`), "greaterThan"],
  [new RegExp(`^${excluded}及?以上`), "greaterThan"],
  [new RegExp(`^${joined}以[下内](?:${excluded}|不含|不包括)`), "lessThan"],
  [new RegExp(`^${excluded}及?以[下内]`), "lessThan"],
  [/^<(?!=)/, "greaterThan"],
  [/^(?:<=|≤|≦)/, "greaterThanInclusive"],
  [/^>(?!=)/, "lessThan"],
  [/^(?:>=|≥|≧)/, "lessThanInclusive"],
  [new RegExp(`^${joined}以上${included}?`), "greaterThanInclusive"],
  [/^\((?:[及含或]?以上|不低于|不少于)\)|^起步|^[或及]更多/, "greaterThanInclusive"],
  [/^起(?=的|[，。；、)]|$)/, "greaterThanInclusive"],
  [/^(?:为上限|为限)|^\((?:[及含或]?以[下内]|不超过|不高于)\)/, "lessThanInclusive"],
  [new RegExp(`^${joined}(?:以[下内]|之内)${included}?`), "lessThanInclusive"],
];

const denied = "(?:不得|不应当?|不能够?|不可|不宜|不准|不许|不允许|没有?|尚?未|无|不)";
const less = "(?:低于|少于|小于|短于)";
const more = "(?:超过|超出|超|高于|大于|多于|长于|突破|逾)";
const or = "(?:或者?|及|、)?";

/** Words before a figure: what is denied to be less is at least, what is denied to be more at most. */
const ahead: readonly Pattern[] = [
  [new RegExp(`(?:${less}${or}等于|等于${or}${less})$`), "lessThanInclusive"],
  [new RegExp(`(?:${more}${or}等于|(?:达到|等于)${or}${more})$`), "greaterThanInclusive"],
  [new RegExp(`${denied}${more}$`), "lessThanInclusive"],
  [new RegExp(`${denied}${less}$|不下于?$`), "greaterThanInclusive"],
  [/(?:控制在|最多|至多|最长|<=|=<|≤|≦)$/, "lessThanInclusive"],
  [new RegExp(`(?:${less}|不足|不满|未满|不及|(?:未|没有)达到?|达不到|不到|<)$`), "lessThan"],
  [/(?:至少|最低|最少|起码|达到|达|已满|届满|年满|满|>=|=>|≥|≧|累计达)$/, "greaterThanInclusive"],
  [new RegExp(`(?:首破|${more}|>)$`), "greaterThan"],
];

/** The comparison that some words end with. */
export function comparisonBefore(words: string): Found | null {
  return found(ahead, words);
}

/** The comparison that some words begin with. */
export function comparisonBehind(words: string): Found | null {
  return found(behind, words);
}

function found(patterns: readonly Pattern[], words: string): Found | null {
  for (const [pattern, operator] of patterns) {
    const match = pattern.exec(words);
    if (match) return { operator, length: match[0].length };
  }
  return null;
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

/** The comparison that holds exactly where another does not. */
export function contrary(operator: Comparison): Comparison {
  return opposite[operator];
}

export function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(opposite, operator);
}

const open: Readonly<Record<Comparison, Comparison>> = {
  lessThan: "lessThan",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThan",
  greaterThanInclusive: "greaterThan",
};
const closed: Readonly<Record<Comparison, Comparison>> = {
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThanInclusive",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThanInclusive",
};

/** The same comparison with the figure itself in or out. */
export function bounded(operator: Comparison, isIn: boolean): Comparison {
  return (isIn ? closed : open)[operator];
}
