import type { Bilingual } from "~/kernel/bilingual";
import { fenFromYuan, sayYuan } from "~/kernel/money";
import type { PlainDate } from "~/kernel/plain-date";
import { hasClaimSpan, isSingleRound, spansAround, type ClaimTerms } from "./claim-span";
import type { DayOfYear, ObligationRule, Quota } from "./claim-terms";
import { factLabel } from "./fact-label";
import type { PolicyItem } from "./policy-item";
import { instalmentsOf } from "./instalment";
import { sayInstalments } from "./instalment-words";
import { isUsedUp, type QuotaLeft } from "./quota";

/** What an item says of claiming and of what follows, line by line: keys of `policies:terms` with their values. */
export type TermLine = { key: string; values: Record<string, string | number> };

type Language = "zh" | "en";
type FactNames = ReadonlyMap<string, Parameters<typeof factLabel>[0]>;

/** What is left of a quota, null where that is not told, and the names of the other items that have it, too. */
export type QuotaNow = { left: QuotaLeft | null; sharers: readonly Bilingual[] };

/** The lines of an item as they are on a day (Asia/Shanghai); `facts` have the names of the figures to keep up. */
export function termLines(
  item: PolicyItem,
  day: PlainDate,
  language: Language,
  limit: QuotaNow = { left: null, sharers: [] },
  facts: FactNames = new Map(),
): TermLine[] {
  return [
    ...claimLines(item, day, language),
    ...quotaLines(item, day, language, limit),
    ...capLine(item, language),
    ...instalmentLines(item, language),
    ...payeeLine(item, language),
    ...afterLines(item, language, facts),
  ];
}

/** Who an item pays, where it isn't the firm that applies. */
export function payeeIn({ beneficiary }: Pick<PolicyItem, "beneficiary">, language: Language): string | null {
  return beneficiary?.[language] ?? null;
}

const capKeys = { firm: "capFirm", project: "capProject", vehicle: "capVehicle" } as const;

/** The ceiling an item shares with others, and of what it is one. */
function capLine({ amount: { sharedCap } }: PolicyItem, language: Language): TermLine[] {
  if (!sharedCap) return [];
  const { group, yuan, scope = "firm" } = sharedCap;
  const key = scope === "firm" && group.endsWith("-year") ? "capYear" : capKeys[scope];
  return [{ key, values: { sum: sayYuan(fenFromYuan(yuan), language) } }];
}

/** In which parts the sum is paid, and what each waits for. */
function instalmentLines({ amount }: PolicyItem, language: Language): TermLine[] {
  const parts = instalmentsOf(amount);
  return parts.length === 0 ? [] : [{ key: "instalments", values: { parts: sayInstalments(parts, language) } }];
}

function payeeLine(item: PolicyItem, language: Language): TermLine[] {
  const who = payeeIn(item, language);
  return who === null ? [] : [{ key: "beneficiary", values: { who } }];
}

function afterLines({ conditionsAfter = [] }: PolicyItem, language: Language, facts: FactNames): TermLine[] {
  return conditionsAfter.map((rule) => ({
    key: rule.clawbackPercent > 0 ? "afterClawback" : "after",
    values: {
      what: rule[language] + sayKept(rule.keeps, language, facts),
      years: rule.years,
      percent: rule.clawbackPercent,
    },
  }));
}

/** Which figure is to be kept up and how much of it, beside what is kept. */
function sayKept(keeps: ObligationRule["keeps"], language: Language, facts: FactNames): string {
  if (!keeps) return "";
  const fact = facts.get(keeps.fact);
  const name = fact ? factLabel(fact, language) : "";
  return language === "zh"
    ? `（${name}不低于核定时的 ${keeps.percent}%）`
    : ` (${name === "" ? "" : `${name}: `}at least ${keeps.percent}% of what it was at the decision)`;
}

const quotaKeys = { ranking: "quotaRanking", lot: "quotaLot", firstCome: "quotaFirstCome" } as const;

/** How many may have it, who comes first, and what is left of it; what is left is told and not promised. */
function quotaLines(
  { quota }: PolicyItem,
  day: PlainDate,
  language: Language,
  { left, sharers }: QuotaNow,
): TermLine[] {
  if (!quota) return [];
  const { count = null, poolYuan } = quota;
  const whole = { count, fen: poolYuan === undefined ? null : fenFromYuan(poolYuan) };
  const rest = left && quota.per !== "round" ? sayLeft(left, language) : "";
  return [
    { key: quotaKeys[quota.order], values: { limit: sayLimit(whole, quota.per, language) } },
    ...(sharers.length > 0 ? [{ key: "quotaShared", values: { items: sayNames(sharers, language) } }] : []),
    ...(quota.proRata ? [{ key: "quotaProRata", values: {} }] : []),
    ...(rest === "" ? [] : [{ key: left && isUsedUp(left) ? "quotaUsed" : "quotaLeft", values: { rest, day } }]),
  ];
}

function sayNames(names: readonly Bilingual[], language: Language): string {
  return names.map((name) => (language === "zh" ? `“${name.zh}”` : `“${name.en}”`)).join(language === "zh" ? "" : ", ");
}

const spans = {
  zh: { year: "每年", round: "每批", ever: "总共" },
  en: { year: " a year", round: " a round", ever: " in all" },
};

/** 每年5个名额、每年资金总额100万元 with its full stop; nothing where it has no bound of its own. */
function sayLimit(whole: QuotaLeft, per: Quota["per"], language: Language): string {
  const span = spans[language][per];
  const parts = amountsOf(whole, language).map((part) => (language === "zh" ? `${span}${part}` : `${part}${span}`));
  return parts.length === 0 ? "" : `${parts.join(language === "zh" ? "、" : ", ")}${language === "zh" ? "；" : "; "}`;
}

function sayLeft(left: QuotaLeft, language: Language): string {
  return amountsOf(left, language).join(language === "zh" ? "、" : ", ");
}

function amountsOf({ count, fen }: QuotaLeft, language: Language): string[] {
  const sum = fen === null ? null : sayYuan(fen, language);
  return [
    ...(count === null
      ? []
      : [language === "zh" ? `名额 ${count} 个` : `${count} ${count === 1 ? "place" : "places"}`]),
    ...(sum === null ? [] : [language === "zh" ? `资金 ${sum}` : sum]),
  ];
}

function claimLines(item: ClaimTerms, day: PlainDate, language: Language): TermLine[] {
  if (!hasClaimSpan(item)) return [];
  const { open, next } = spansAround(item, day);
  return [...ruleOfClaims(item, language), ...now(open ? "claimsOpen" : "claimsNext", open ?? next)];
}

function ruleOfClaims(item: ClaimTerms, language: Language): TermLine[] {
  if (isSingleRound(item)) return [];
  const { claimFrom, claimTo } = item;
  const said = (end: ClaimTerms["claimFrom"]) => (typeof end === "object" ? sayDay(end, language) : "");
  if (claimFrom === undefined) return [{ key: "claimsUntil", values: { to: said(claimTo) } }];
  if (claimTo === undefined) return [{ key: "claimsFrom", values: { from: said(claimFrom) } }];
  return [{ key: "claims", values: { from: said(claimFrom), to: said(claimTo) } }];
}

function now(key: string, span: { year: number; from: PlainDate; to: PlainDate } | null): TermLine[] {
  return span ? [{ key, values: span }] : [];
}

const months = "January February March April May June July August September October November December".split(" ");

function sayDay({ year, day }: DayOfYear, language: Language): string {
  const [month = 1, date = 1] = day.split("-").map(Number);
  const isLeapDay = day === "02-29";
  if (language === "zh") {
    const which = ["当年", "次年"][year] ?? `之后第${year}年`;
    return `${which}${month}月${isLeapDay ? "末" : `${date}日`}`;
  }
  const which = ["of the same year", "of the following year"][year] ?? `${year} years after it`;
  return `${isLeapDay ? "the end of February" : `${date} ${months[month - 1] ?? ""}`} ${which}`;
}
