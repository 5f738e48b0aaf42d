import { addDays, type PlainDate } from "~/kernel/plain-date";
import type { PolicyItem, Validity } from "./policy-item";

export const validityStates = [
  "inForce",
  "endsSoon",
  "upcoming",
  "ended",
  "replaced",
  "presumedEnded",
  "unconfirmed",
] as const;
/**
 * endsSoon: in force, and its last day is near; presumedEnded: the term that a norm gives has run out; unconfirmed: nobody
 * has said that it is in force.
 */
export type ValidityState = (typeof validityStates)[number];

/** Days before the last one within which an item ends soon. */
export const soonDays = 60;

/** When an item holds, by its own words or else by its document's; both days count. */
export type Term = { from: PlainDate | null; until: PlainDate | null; validity: Validity | null };

export type Dated = Pick<PolicyItem, "document" | "validFrom" | "validTo" | "validity">;

/** The term of an item: what stands at the item itself goes before what stands at its document; an own null means no such day. */
export function termOf({ document, validFrom, validTo, validity }: Dated): Term {
  return {
    from: validFrom === undefined ? document.validFrom : validFrom,
    until: validTo === undefined ? document.validTo : validTo,
    validity: validity ?? document.validity ?? null,
  };
}

/** Whether an item is in force on a day (Asia/Shanghai), by what is known of its document. What nobody looked up is unconfirmed. */
export function stateOn(item: Dated, day: PlainDate): ValidityState {
  return stateOfTerm(termOf(item), day);
}

/** The same of a term; `policy_state` in SQL follows it line by line. */
export function stateOfTerm(term: Term, day: PlainDate): ValidityState {
  const why = outOfForce(term, day);
  if (why) return why;
  const last = lastDayOf(term);
  return last !== null && last <= addDays(day, soonDays) ? "endsSoon" : "inForce";
}

/** Why a term does not hold on a day; null while it does. */
function outOfForce({ from, until, validity }: Term, day: PlainDate): ValidityState | null {
  const over = overBy(validity, day);
  if (over) return over;
  if (until !== null && until < day) return "ended";
  if (isPresumedOver(validity, day)) return "presumedEnded";
  if (validity === null || validity.known === "unknown") return "unconfirmed";
  return from !== null && from > day ? "upcoming" : null;
}

/** How many items are in each state on a day; what is a demonstration counts nowhere. */
export function countStates(items: readonly Dated[], day: PlainDate): Map<ValidityState, number> {
  const counts = new Map<ValidityState, number>();
  for (const item of items) {
    if (item.document.demo) continue;
    const state = stateOn(item, day);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** In force, ending soon included. */
export function isInForce(item: Dated, day: PlainDate): boolean {
  return outOfForce(termOf(item), day) === null;
}

/** Whether a state is one in which an item may be counted on. */
export function holds(state: ValidityState): state is "inForce" | "endsSoon" {
  return state === "inForce" || state === "endsSoon";
}

/** Whether it is not known if an item is in force: nobody said so, or only a norm lets it be presumed over. */
export function isDoubtful(state: ValidityState): state is "unconfirmed" | "presumedEnded" {
  return state === "unconfirmed" || state === "presumedEnded";
}

/** The last day of a term: the one its text states, else the one a norm gives; null where there is none. */
export function lastDayOf({ until, validity }: Term): PlainDate | null {
  return until ?? (validity?.known === "norm" ? (validity.norm?.until ?? null) : null);
}

const ends: Partial<Record<NonNullable<Validity["change"]>["kind"], ValidityState>> = {
  replaced: "replaced",
  repealed: "ended",
  completed: "ended",
};

function overBy(validity: Validity | null, day: PlainDate): ValidityState | null {
  const change = validity?.change;
  const state = change && ends[change.kind];
  if (!change || !state) return null;
  return change.on === null || change.on <= day ? state : null;
}

/** A norm's term counts where the text states none; one whose end has no day had run out when it was looked up. */
function isPresumedOver(validity: Validity | null, day: PlainDate): boolean {
  if (!validity?.norm || validity.known === "stated" || validity.known === "confirmed") return false;
  return validity.norm.until === null || validity.norm.until < day;
}

/** The four lists an item is shown in. */
export const standings = ["inForce", "doubtful", "upcoming", "expired"] as const;
export type Standing = (typeof standings)[number];

/** Which list shows an item of a state. */
export function standingOf(state: ValidityState): Standing {
  if (holds(state)) return "inForce";
  if (isDoubtful(state)) return "doubtful";
  return state === "upcoming" ? "upcoming" : "expired";
}
