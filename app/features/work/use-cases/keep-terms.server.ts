import { addDays, startOfDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import {
  isTermOver as isOver,
  shiftDeadlineRows,
  shiftDeadlinesOf,
  startDeadlines,
  stopDeadlines,
} from "../adapters/deadline.repository.server";
import { shiftTaskRows } from "../adapters/task.repository.server";
import type { Subject } from "../domain/subject";
import type { KeptTerm } from "../domain/task";

/** A term of a thing: which one, its last day (Asia/Shanghai), and what happens when that is over. */
export type NewTerm = { kind: string; event: string; lastDay: PlainDate };

/** Starts terms of a thing. */
export async function startTerms(
  { tx, random }: Pick<Deps, "tx" | "random">,
  { type, id }: Subject,
  terms: readonly NewTerm[],
): Promise<void> {
  if (terms.length === 0) return;
  const rows = terms.map(({ kind, event, lastDay }) => ({
    ...{ id: random.uuid(), subjectType: type, subjectId: id, kind, event, dueAt: endOf(lastDay) },
  }));
  await startDeadlines(tx, rows);
}

/** Lets terms of a thing run on that were taken away with it. */
export async function resumeTerms(
  { tx }: Pick<Deps, "tx">,
  { type, id }: Subject,
  terms: readonly KeptTerm[],
): Promise<void> {
  await startDeadlines(
    tx,
    terms.map((term) => ({ ...term, subjectType: type, subjectId: id })),
  );
}

/** Stops the running terms of these kinds of a thing. */
export async function stopTerms(
  { tx, clock }: Pick<Deps, "tx" | "clock">,
  subject: Subject,
  kinds: readonly string[],
): Promise<void> {
  if (kinds.length > 0) await stopDeadlines(tx, subject, kinds, clock.now());
}

/** Whether a term of a thing has run out, whether or not a worker has seen to it. */
export function isTermOver(
  { tx, clock }: Pick<Deps, "tx" | "clock">,
  subject: Subject,
  event: string,
): Promise<boolean> {
  return isOver(tx, subject, { event, now: clock.now() });
}

type Shift = { id: string; day: PlainDate };

/** Gives open work, running terms, and the terms of a kind that run for a thing, other last days. */
export async function shiftTerms(
  { tx }: Pick<Deps, "tx">,
  {
    tasks,
    terms,
    ofSubjects,
  }: {
    tasks: readonly Shift[];
    terms: readonly Shift[];
    ofSubjects: readonly { subject: Subject; kind: string; day: PlainDate }[];
  },
): Promise<void> {
  if (tasks.length > 0) await shiftTaskRows(tx, tasks);
  if (terms.length > 0) await shiftDeadlineRows(tx, terms);
  if (ofSubjects.length > 0) await shiftDeadlinesOf(tx, ofSubjects);
}

/** The first instant after a day. */
function endOf(day: PlainDate): Date {
  return startOfDay(addDays(day, 1));
}
