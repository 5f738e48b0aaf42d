import { isPlainDate, yearOf, type PlainDate } from "~/kernel/plain-date";
import type { PolicyItem } from "./policy-item";
import type { DayOfYear } from "./claim-terms";

/** The days, both counted, on which a year may be claimed. */
export type ClaimSpan = { year: number; from: PlainDate; to: PlainDate };
export type ClaimTerms = Pick<PolicyItem, "claimFrom" | "claimTo" | "rewardedYear">;

/** Whether an item says when a year may be claimed, apart from that year. */
export function hasClaimSpan({ claimFrom, claimTo }: ClaimTerms): boolean {
  return claimFrom !== undefined || claimTo !== undefined;
}

/** The days on which a year may be claimed; null where the item rewards another year, or says nothing of it. */
export function claimSpanOf(item: ClaimTerms, year: number): ClaimSpan | null {
  if (!hasClaimSpan(item)) return null;
  const from = dayIn(item.claimFrom, year);
  const to = dayIn(item.claimTo, year);
  const opens = from ?? `${yearOf(to ?? "")}-01-01`;
  const closes = to ?? `${yearOf(opens)}-12-31`;
  if (isSingleRound(item) && year !== (item.rewardedYear ?? yearOf(opens))) return null;
  return { year, from: opens, to: closes };
}

/** Whether claims are made once, between two dates, and not every year. */
export function isSingleRound({ claimFrom, claimTo }: ClaimTerms): boolean {
  return typeof (claimFrom ?? claimTo) === "string";
}

/** The spans around a day: the one it lies in, the last before it, the first after it. */
export function spansAround(
  item: ClaimTerms,
  day: PlainDate,
): { open: ClaimSpan | null; last: ClaimSpan | null; next: ClaimSpan | null } {
  const spans = yearsAround(item, day).flatMap((year) => claimSpanOf(item, year) ?? []);
  return {
    open: spans.find(({ from, to }) => from <= day && day <= to) ?? null,
    last: spans.findLast(({ to }) => to < day) ?? null,
    next: spans.find(({ from }) => day < from) ?? null,
  };
}

/** The year that a claim made on a day is for: the calendar year, unless the item lets years be claimed apart from themselves. */
export function rewardedOn(item: ClaimTerms, day: PlainDate): number {
  return spansAround(item, day).open?.year ?? yearOf(day);
}

/** The year a case pins: the one claimed, where the item says when years are claimed; null where the year of the claim is meant. */
export function pinnedYear(item: ClaimTerms, day: PlainDate): number | null {
  return hasClaimSpan(item) ? rewardedOn(item, day) : null;
}

/** Why spans can't be told apart or are none; null where they are in order. */
export function spanProblem(item: ClaimTerms): string | null {
  const { claimFrom, claimTo, rewardedYear } = item;
  if (!hasClaimSpan(item)) return rewardedYear === undefined ? null : "it names a year rewarded without claims";
  if (claimFrom !== undefined && claimTo !== undefined && typeof claimFrom !== typeof claimTo)
    return "one end is a date, the other is counted from a year";
  if (!isSingleRound(item) && rewardedYear !== undefined) return "a year rewarded is named beside days counted from it";
  const stray = [claimFrom, claimTo].find((end) => typeof end === "object" && !isPlainDate(`2024-${end.day}`));
  if (typeof stray === "object") return `${stray.day} is not a day`;
  return isSingleRound(item) ? orderProblem(item) : (orderProblem(item) ?? overlapProblem(item));
}

function orderProblem(item: ClaimTerms): string | null {
  const span = spansOf(item)[0];
  return span && span.from > span.to ? "claims close before they open" : null;
}

function overlapProblem(item: ClaimTerms): string | null {
  const [one, next] = spansOf(item);
  return one && next && next.from <= one.to ? "claims for two years are open at once" : null;
}

function spansOf(item: ClaimTerms): ClaimSpan[] {
  const years = isSingleRound(item) ? [singleYear(item)] : [2022, 2023];
  return years.flatMap((year) => claimSpanOf(item, year) ?? []);
}

function singleYear({ claimFrom, claimTo, rewardedYear }: ClaimTerms): number {
  const end = claimFrom ?? claimTo;
  return rewardedYear ?? (typeof end === "string" ? yearOf(end) : 0);
}

const reach = 7;

function yearsAround(item: ClaimTerms, day: PlainDate): number[] {
  if (!hasClaimSpan(item)) return [];
  if (isSingleRound(item)) return [singleYear(item)];
  return Array.from({ length: 2 * reach + 1 }, (_, index) => yearOf(day) - reach + index);
}

/** 02-29 is the last of February in every year. */
function dayIn(end: DayOfYear | PlainDate | undefined, year: number): PlainDate | null {
  if (end === undefined || typeof end === "string") return end ?? null;
  const day = `${year + end.year}-${end.day}`;
  return isPlainDate(day) ? day : `${year + end.year}-02-28`;
}
