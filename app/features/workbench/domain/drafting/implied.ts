import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { BaseFigure } from "~/features/policies/domain/figure";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { FactIndex } from "./fact-index";
import type { Found } from "./proposal";
import type { Span } from "./span";

/** Conditions that an amount brings along: a base above nothing, the first tier reached; 首次 means never reached before. */
export function impliedBy({ what, spans }: Found, index: FactIndex, said: Said): Found[] {
  if (what.kind !== "amount") return [];
  return conditionsOf(what.amount, index, said).map((condition) => ({
    what: { kind: "condition", condition },
    spans: [...spans, ...said.words],
    others: [],
  }));
}

type Amount = Extract<Found["what"], { kind: "amount" }>["amount"];

/** What the words of the amount say beside its figures, and where: 首次达到; 每招用1人; 突破1亿元, which 1亿元 itself does not reach. */
export type Said = { isFirst: boolean; isOne: boolean; isBeyond: boolean; words: readonly Span[] };

function conditionsOf(amount: Amount, index: FactIndex, { isFirst, isOne, isBeyond }: Said): Condition[] {
  switch (amount.kind) {
    case "percent":
    case "match":
      return above(amount.base);
    case "perUnit":
      return isOne && isNamed(amount.unit)
        ? [{ fact: amount.unit, operator: "greaterThanInclusive", value: 1 }]
        : above(amount.unit);
    case "perStep":
      return !isNamed(amount.on)
        ? []
        : [
            reached(amount.on, amount.over || amount.step, isBeyond && amount.over > 0),
            ...(isFirst && amount.over > 0 ? notBefore(formerOf(amount.on, index), amount.over, isBeyond) : []),
          ];
    case "tiered":
      return !isNamed(amount.on)
        ? []
        : tierConditions(amount.on, amount.tiers, isFirst ? formerOf(amount.on, index) : null, isBeyond);
    default:
      return [];
  }
}

function above(fact: BaseFigure): Condition[] {
  return !isNamed(fact) ? [] : [{ fact, operator: "greaterThan", value: 0 }];
}

function reached(fact: string, value: number, isBeyond: boolean): Condition {
  return { fact, operator: isBeyond ? "greaterThan" : "greaterThanInclusive", value };
}

function notBefore(former: string | null, value: number, isBeyond: boolean): Condition[] {
  return former === null ? [] : [{ fact: former, operator: isBeyond ? "lessThanInclusive" : "lessThan", value }];
}

function tierConditions(
  on: string,
  tiers: readonly { from: number }[],
  former: string | null,
  isBeyond: boolean,
): Condition[] {
  if (former === null) return tiers[0] ? [reached(on, tiers[0].from, isBeyond)] : [];
  const short = isBeyond ? "lessThanInclusive" : "lessThan";
  return [
    {
      any: tiers.map(({ from }) => ({
        all: [reached(on, from, isBeyond), { fact: former, operator: short, value: from }],
      })),
    },
  ];
}

const first = "(?:首次|第一次|首度)";
/** Words that say a figure was never reached before: 首次达到, 首次不低于1亿元, 首破; not 首次认定, 首次获得. */
export const firstReached = new RegExp(
  `${first}[^，。；]{0,6}$|首[破达超]|${first}(?:(?!认定|[获评列入通备纳])[^，。；\\d]){0,10}\\d|${first}(?:达|突破|超|实现|迈|跨|完成)`,
);

/** More for a fact whose earlier figure the registry holds, where the words say that it was never reached before. */
export function favourOfFirst(words: string, index: FactIndex): (fact: FactDefinition) => number {
  const isFirst = firstReached.test(words);
  return ({ name }) => (isFirst && formerOf(name, index) !== null ? 2.5 : 0);
}

/** The fact that holds the same figure of the years before; the registry names it after the fact. */
export function formerOf(fact: string, { byName }: FactIndex): string | null {
  return [`${fact}PreviousBest`, `${fact}Previous`].find((name) => byName.has(name)) ?? null;
}

function isNamed(figure: BaseFigure): figure is string {
  return typeof figure === "string" && figure !== "";
}
