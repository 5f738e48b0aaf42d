import type { PlainDate } from "~/kernel/plain-date";
import { hasClaimSpan, isSingleRound, spansAround, type ClaimTerms } from "./claim-span";
import type { DayOfYear } from "./claim-terms";
import type { PolicyItem } from "./policy-item";

/** What an item says of claiming and of what follows, line by line: keys of `policies:terms` with their values. */
export type TermLine = { key: string; values: Record<string, string | number> };

type Language = "zh" | "en";

/** The lines of an item as they are on a day (Asia/Shanghai). */
export function termLines(item: PolicyItem, day: PlainDate, language: Language): TermLine[] {
  return [...claimLines(item, day, language)];
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
