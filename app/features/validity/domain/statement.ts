import type { DocumentTerm, Stated } from "~/features/policies/domain/stated-term";
import type { Validity } from "~/features/policies/domain/policy-item";
import { holds, type ValidityState } from "~/features/policies/domain/validity";
import { addDays, type PlainDate } from "~/kernel/plain-date";

/**
 * What an official may say of a document. confirmed: it is in force, with its term; extended: another text prolonged it;
 * replaced: another text took its place; ended: it is over; letEnd: it may end as it stands, and nobody asks again.
 */
export const statementKinds = ["confirmed", "extended", "replaced", "ended", "letEnd"] as const;
export type StatementKind = (typeof statementKinds)[number];

/** Days are Asia/Shanghai; `until` null: no end stated. `day` is the one on which it was looked up. */
export type Said = {
  kind: StatementKind;
  /** of the text that says so; empty where it is only let end */
  number: string;
  day: PlainDate;
  from: PlainDate | null;
  until: PlainDate | null;
  /** first day of what replaced it */
  since: PlainDate | null;
  /** title of what extended, replaced or ended it */
  by: string;
  /** the words that say so */
  words: string;
  /** where the text is read, by address or by the name of a stored file */
  source: string;
};

/** What may be said of a document in a state; `last` is its last day, where it has one. */
export function kindsOf(state: ValidityState, last: PlainDate | null): StatementKind[] {
  const standing: StatementKind[] = [
    "confirmed",
    ...(last === null ? [] : (["extended"] as const)),
    "replaced",
    "ended",
  ];
  if (state === "replaced") return ["confirmed", "letEnd"];
  if (state === "ended") return ["confirmed", ...(last === null ? [] : (["extended"] as const))];
  return holds(state) && last !== null ? [...standing, "letEnd"] : standing;
}

/** What a statement is held against: the state and the last day of its document, and today. */
export type Present = { state: ValidityState; last: PlainDate | null; today: PlainDate };

/** Why a statement won't do, by field, as the key of its words. */
export function problemsOf(said: Said, present: Present): Record<string, string> {
  return {
    ...(said.day > present.today ? { day: "validity:problem.dayAhead" } : {}),
    ...problemsOfKind[said.kind](said, present),
  };
}

type Check = (said: Said, present: Present) => Record<string, string>;
const none: Record<string, string> = {};

const problemsOfKind: Record<StatementKind, Check> = {
  confirmed({ from, until }, { today }) {
    if (until === null) return none;
    if (from !== null && until < from) return { until: "validity:problem.beforeFrom" };
    return until < today ? { until: "validity:problem.over" } : none;
  },
  extended: ({ until }, { last }) =>
    until !== null && last !== null && until <= last ? { until: "validity:problem.notLater" } : none,
  // a day ahead says that it is in force until then, which is confirmed apart
  replaced: ({ since }, { state, today }) =>
    since !== null && since > today && !holds(state) ? { since: "validity:problem.endAhead" } : none,
  ended: ({ until }, { state, today }) =>
    until !== null && until >= today && !holds(state) ? { until: "validity:problem.endAhead" } : none,
  letEnd: () => none,
};

/**
 * Number, dates and validity of a document as a statement makes them; null where it only is let end.
 * @param office the name of the office that says so
 */
export function termStated(said: Said, before: DocumentTerm, office: string): Stated["term"] | null {
  const { kind, number, day, words, source } = said;
  const validity: Validity = {
    known: "confirmed",
    basis: words,
    confirmed: { by: office, on: day, source },
    checkedOn: day,
    sources: [...new Set([number, source])],
  };
  const { validFrom, validTo } = before;
  const changed = (change: NonNullable<Validity["change"]>, until = validTo) => ({
    number: before.number,
    validFrom,
    validTo: until,
    validity: { ...validity, change },
  });
  const by = `${said.by}（${number}）`;
  switch (kind) {
    case "confirmed":
      return { number: before.number ?? number, validFrom: said.from, validTo: said.until, validity };
    case "extended":
      return changed({ kind: "extended", by, on: day }, said.until);
    case "replaced":
      return changed({ kind: "replaced", by, on: said.since });
    case "ended":
      return changed({ kind: "repealed", by, on: said.until && addDays(said.until, 1) }, said.until);
    case "letEnd":
      return null;
  }
}
