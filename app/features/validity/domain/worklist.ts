import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { holds, lastDayOf, stateOfTerm, type Term, type ValidityState } from "~/features/policies/domain/validity";
import { addDays, addMonths, type PlainDate } from "~/kernel/plain-date";

/** What an office has to do about a document, the most pressing first. */
export const works = [
  "ends7",
  "ends60",
  "replaced",
  "filesDiffer",
  "yearly",
  "ends180",
  "unconfirmed",
  "presumedEnded",
] as const;
export type Work = (typeof works)[number];

/** Days before the last one on which an office is asked what becomes of a document, the nearest first. */
const asked = [
  [7, "ends7"],
  [60, "ends60"],
  [180, "ends180"],
] as const;

/** Months after which a confirmation is looked at again. */
const confirmedMonths = 12;

type Document = Pick<PolicyItem["document"], "validFrom" | "validTo" | "validity">;
/** What officials decided already: that it may end (on `lastDay`, or with its replacement, null), and what files say since. */
export type Settled = { letEnd: { lastDay: PlainDate | null } | null; filesDiffer: boolean };

export const nothingSettled: Settled = { letEnd: null, filesDiffer: false };

/** The term of a document itself; items with one of their own do not follow it. */
export function termOfDocument({ validFrom, validTo, validity }: Document): Term {
  return { from: validFrom, until: validTo, validity: validity ?? null };
}

/** The state of a document on a day (Asia/Shanghai). */
export function stateOfDocument(document: Document, today: PlainDate): ValidityState {
  return stateOfTerm(termOfDocument(document), today);
}

/** One thing an office has to do: `key` is the same as long as it is the same thing, `due` the day it is about. */
export type Duty = { work: Work; key: string; due: PlainDate | null };

/** What an office has to do about a document on a day, the most pressing first. */
export function dutiesOn(document: Document, settled: Settled, today: PlainDate): Duty[] {
  const term = termOfDocument(document);
  const state = stateOfTerm(term, today);
  const found = [
    ...endDuty(term, state, settled, today),
    ...yearlyDuty(term, state, today),
    ...(settled.filesDiffer ? [plainDuty("filesDiffer")] : []),
    ...(state === "unconfirmed" || state === "presumedEnded" ? [plainDuty(state)] : []),
    ...(state === "replaced" && settled.letEnd?.lastDay !== null ? [plainDuty("replaced")] : []),
  ];
  return found.sort((one, other) => works.indexOf(one.work) - works.indexOf(other.work));
}

function plainDuty(work: Work): Duty {
  return { work, key: work, due: null };
}

function endDuty(term: Term, state: ValidityState, { letEnd }: Settled, today: PlainDate): Duty[] {
  const last = lastDayOf(term);
  if (!holds(state) || last === null || letEnd?.lastDay === last) return [];
  const near = asked.find(([days]) => last <= addDays(today, days));
  return near ? [{ work: near[1], key: `${near[1]}:${last}`, due: last }] : [];
}

function yearlyDuty({ validity }: Term, state: ValidityState, today: PlainDate): Duty[] {
  const confirmed = validity?.confirmed;
  if (!confirmed || !holds(state)) return [];
  const due = addMonths(confirmed.on, confirmedMonths);
  return due <= today ? [{ work: "yearly", key: `yearly:${due}`, due }] : [];
}
