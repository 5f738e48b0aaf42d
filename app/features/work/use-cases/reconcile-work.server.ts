import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import type { Office, SubjectType } from "../domain/subject";
import { closeTasks, openOf, openTasks } from "./keep-tasks.server";
import { shiftTerms } from "./keep-terms.server";

/** Work that a thing makes at an office today: until a day of its own, or for so many working days from when it came. */
export type WantedWork = Office & {
  subjectId: string;
  stage: string;
  term: { lastDay: PlainDate } | { workingDays: number };
};

/**
 * Opens the work that things of a kind make and closes what they make no longer, of each thing one at an office; whoever had
 * it keeps it where only its stage is another. What is due by working days follows the calendar.
 * @returns what was opened
 */
export async function reconcileWork(
  deps: Deps,
  type: SubjectType,
  works: readonly WantedWork[],
): Promise<WantedWork[]> {
  const wanted = new Map(works.map((work) => [keyOf(work), work]));
  const open = await openOf(deps, type);
  const over = open.filter((task) => wanted.get(keyOf(task))?.stage !== task.stage);
  await closeTasks(
    deps,
    over.map(({ id }) => id),
    { outcome: "over", comment: null },
  );
  const staying = await openOf(deps, type);
  await followCalendar(deps, staying, wanted);
  const known = new Set(staying.map(keyOf));
  const fresh = [...wanted].filter(([key]) => !known.has(key));
  const today = shanghaiDay(deps.clock.now());
  for (const [key, { subjectId, stage, term, departmentId, regionCode }] of fresh) {
    const assigneeId = over.find((task) => keyOf(task) === key)?.assigneeId ?? null;
    const dueOn = await lastDayOf(deps, term, today);
    await openTasks(deps, { type, id: subjectId }, [{ departmentId, regionCode, stage, dueOn, assigneeId }]);
  }
  return fresh.map(([, work]) => work);
}

/** Gives work whose days the calendar, or the thing, counts otherwise now its new last day. */
async function followCalendar(
  deps: Deps,
  tasks: Awaited<ReturnType<typeof openOf>>,
  wanted: ReadonlyMap<string, WantedWork>,
): Promise<void> {
  const moved = [];
  for (const task of tasks) {
    const work = wanted.get(keyOf(task));
    const day = work && (await lastDayOf(deps, work.term, shanghaiDay(task.openedAt)));
    if (day && day !== task.dueOn) moved.push({ id: task.id, day });
  }
  await shiftTerms(deps, { tasks: moved, terms: [], ofSubjects: [] });
}

async function lastDayOf(deps: Deps, term: WantedWork["term"], from: PlainDate): Promise<PlainDate> {
  return "lastDay" in term ? term.lastDay : dueDay(deps, from, term.workingDays);
}

function keyOf({ subjectId, departmentId, regionCode }: Office & { subjectId: string }): string {
  return [subjectId, departmentId, regionCode].join(" ");
}
