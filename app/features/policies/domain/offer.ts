import { yearOf, type PlainDate } from "~/kernel/plain-date";
import { claimSpanOf, hasClaimSpan, spansAround, type ClaimTerms } from "./claim-span";
import type { PolicyItem } from "./policy-item";
import { isInForce, standingOf, stateOn, termOf, type Dated } from "./validity";

type Yearly = Pick<PolicyItem, "window"> & ClaimTerms;
type Windowed = Dated & Yearly;

export type WindowState = "always" | "open" | "closed";

/**
 * Whether a claim may be handed in on a day: the yearly window is open, or the claims of some year; a missing end is
 * the end of the year.
 */
export function windowOn(item: Yearly, day: PlainDate): WindowState {
  if (hasClaimSpan(item)) return spansAround(item, day).open ? "open" : "closed";
  const { window } = item;
  if (window === null || (window.opens === null && window.closes === null)) return "always";
  const today = day.slice(5);
  const opens = window.opens ?? "01-01";
  const closes = window.closes ?? "12-31";
  const inside = opens <= closes ? opens <= today && today <= closes : today >= opens || today <= closes;
  return inside ? "open" : "closed";
}

/** The day an open window closes, or the stated last one; null where there is no such day. What a norm presumes is no such day. */
export function closesOn(item: Windowed, day: PlainDate): PlainDate | null {
  const { until } = termOf(item);
  const closing = windowOn(item, day) === "open" ? closingOf(item, day) : null;
  if (closing === null) return until;
  return until !== null && until < closing ? until : closing;
}

function closingOf(item: Yearly, day: PlainDate): PlainDate | null {
  const { open } = spansAround(item, day);
  if (open) return open.to;
  if (!item.window?.closes) return null;
  const year = yearOf(day);
  const thisYear = `${year}-${item.window.closes}`;
  return thisYear >= day ? thisYear : `${year + 1}-${item.window.closes}`;
}

/** The day on which the last claim of a year may come in, as seen on `day`; null where none is awaited. */
export function takenUntil(item: Yearly, year: number, day: PlainDate): PlainDate | null {
  if (hasClaimSpan(item)) return spansAround(item, day).open?.to ?? null;
  return item.window?.closes ? `${year}-${item.window.closes}` : null;
}

/** The last day on which an item could be handed in, where that is over: its document ended, or its window closed; null while it can. */
export function endedOn(item: Windowed, day: PlainDate): PlainDate | null {
  const { until } = termOf(item);
  if (until !== null && until < day) return until;
  if (windowOn(item, day) !== "closed") return null;
  if (hasClaimSpan(item)) return spansAround(item, day).last?.to ?? null;
  const closes = item.window?.closes ?? "12-31";
  const year = yearOf(day);
  return `${year}-${closes}` < day ? `${year}-${closes}` : `${year - 1}-${closes}`;
}

/**
 * Why nothing can be handed in: over since a day, or not in force; `day` is the last one, where there is such a day. claimsShut: no
 * year can be claimed on the day; `day` is the first on which claims for `year` open.
 */
export type Closed =
  | { reason: "ended"; day: PlainDate }
  | { reason: "claimsShut"; day: PlainDate; year: number }
  | { reason: "expired" | "doubtful" | "upcoming" };

/** Why an item takes nothing on a day; null while it does. `pinned` is the year a draft was begun for. */
export function closedOn(item: Windowed, day: PlainDate, pinned: number | null = null): Closed | null {
  const { until } = termOf(item);
  const shut = until !== null && until < day ? null : claimsShut(item, day, pinned);
  if (shut) return shut;
  const ended = endedOn(item, day);
  if (ended) return { reason: "ended", day: ended };
  const standing = standingOf(stateOn(item, day));
  return standing === "inForce" ? null : { reason: standing };
}

/** Claims for the year that a draft was begun for have closed, or those of the next year open later and within the term. */
function claimsShut(item: Windowed, day: PlainDate, pinned: number | null): Closed | null {
  const { open, next } = spansAround(item, day);
  const own = pinned === null ? null : claimSpanOf(item, pinned);
  if (own && own.to < day) return { reason: "ended", day: own.to };
  const { until } = termOf(item);
  if (open || !next || (until !== null && until < next.from)) return null;
  return { reason: "claimsShut", day: next.from, year: next.year };
}

/** In force, and its window open. */
export function isOffered(item: Windowed, day: PlainDate): boolean {
  return isInForce(item, day) && windowOn(item, day) !== "closed";
}
