import { claimSpanOf, isSingleRound, spansAround } from "~/features/policies/domain/claim-span";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { windowOn } from "~/features/policies/domain/offer";
import { termOf } from "~/features/policies/domain/validity";
import { addDays, yearOf, type PlainDate } from "~/kernel/plain-date";
import type { Finding } from "./finding";

type Found = Omit<Finding, "itemId">;

/** Windows in which nothing can be claimed, and terms that are over before what they reward can be claimed. */
export function lintClaims(item: PolicyItem): Found[] {
  const { from, until } = termOf(item);
  const path = item.window ? "/window" : "/claimFrom";
  const begins = from ?? item.document.issuedOn;
  if (begins !== null && until !== null && !opensBetween(item, begins, until))
    return [{ code: "windowOutsideTerm", path, values: { from: begins, until } }];
  return until === null ? [] : endsTooSoon(item, until);
}

/** Whether anything can be handed in on one of these days; after a year the days repeat themselves. */
function opensBetween(item: PolicyItem, from: PlainDate, until: PlainDate): boolean {
  if (isSingleRound(item)) {
    const { open, next } = spansAround(item, from);
    return open !== null || (next !== null && next.from <= until);
  }
  const last = addDays(from, 366) < until ? addDays(from, 366) : until;
  for (let day = from; day <= last; day = addDays(day, 1)) if (windowOn(item, day) !== "closed") return true;
  return false;
}

function endsTooSoon(item: PolicyItem, until: PlainDate): Found[] {
  if (isSingleRound(item)) return [];
  const last = claimSpanOf(item, yearOf(until));
  return last && last.from > until
    ? [{ code: "termEndsBeforeClaims", path: "/claimFrom", values: { until, year: last.year, opens: last.from } }]
    : [];
}
