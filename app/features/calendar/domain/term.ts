import type { Bilingual } from "~/kernel/bilingual";
import { addDays, type PlainDate } from "~/kernel/plain-date";
import type { WorkingCalendar } from "~/kernel/working-days";
import { movedDay, type RunningTerm } from "./moved-day";

export type TermKind =
  "task" | "promise" | "correction" | "publicity" | "wait" | "objection" | "recovery" | "urged" | "trouble";

/** An open term of anything, with what a list shows of it. */
export type Term = RunningTerm & {
  kind: TermKind;
  subjectId: string;
  applicationId: string | null;
  enterpriseId: string | null;
  /** stage of a task, kind of a wait, step of a trouble */
  step: string | null;
  departmentId: string | null;
  regionCode: string | null;
  number: string | null;
  firm: string | null;
  item: Bilingual | null;
};
export type Move = Term & { toDay: PlainDate };

/**
 * The terms that a change of the calendar moves. Days before the first one that changes count for nothing, so that terms may
 * have begun before the calendar does.
 * @throws CalendarEnd
 */
export function movesOf(
  calendars: { before: WorkingCalendar; after: WorkingCalendar; today: PlainDate },
  firstChanged: PlainDate,
  terms: readonly Term[],
): Move[] {
  const eve = addDays(firstChanged, -1);
  return terms
    .map((term) => ({ ...term, toDay: movedDay(calendars, term.start < eve ? { ...term, start: eve } : term) }))
    .filter(({ day, toDay }) => day !== toDay);
}

/** How many terms of each kind move later and earlier. */
export function countMoves(
  moves: readonly Pick<Move, "kind" | "day" | "toDay">[],
): { kind: TermKind; later: number; earlier: number }[] {
  return [...new Set(moves.map(({ kind }) => kind))].map((kind) => {
    const own = moves.filter((move) => move.kind === kind);
    const later = own.filter(({ day, toDay }) => toDay > day).length;
    return { kind, later, earlier: own.length - later };
  });
}

/** A move of a case and its firm. */
export type CaseMove = Move & { kind: Exclude<TermKind, "trouble">; applicationId: string; enterpriseId: string };

export function isCaseMove(move: Move): move is CaseMove {
  return move.kind !== "trouble" && move.applicationId !== null && move.enterpriseId !== null;
}
