import type { Actor } from "~/access/actor";
import { dueDay } from "~/features/calendar/use-cases/read-calendar.server";
import { closeTasks, openOf, openTasks } from "~/features/work/use-cases/keep-tasks.server";
import { shiftTerms } from "~/features/work/use-cases/keep-terms.server";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import { onceADay } from "~/platform/once-a-day";
import { perform } from "~/platform/transact.server";
import { documentDays, documentSubject, taskOf, type DocumentTask } from "../domain/document-task";
import { documentsOf } from "../domain/documents";
import type { Office } from "../domain/office";
import { dutiesOn } from "../domain/worklist";
import { readSettled } from "./read-settled.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;
type Wanted = Office & DocumentTask & { documentId: string };

/** A round that once a day puts what offices have to say of their documents into their lists of work. */
export function keepDocumentTasksDaily(process: Process, worker: Actor): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, keepDocumentTasks));
}

/**
 * Opens the work that documents make at their offices and closes what they make no longer; whoever had it keeps it where it
 * only presses more. What is due by working days follows the calendar.
 */
export async function keepDocumentTasks(deps: Deps): Promise<void> {
  const wanted = new Map((await wantedTasks(deps)).map((task) => [keyOf(task.documentId, task), task]));
  const open = await openOf(deps, "document");
  const over = open.filter((task) => wanted.get(keyOf(task.subjectId, task))?.stage !== task.stage);
  await closeTasks(
    deps,
    over.map(({ id }) => id),
    { outcome: "over", comment: null },
  );
  const staying = await openOf(deps, "document");
  await followCalendar(
    deps,
    staying.map((task) => ({ ...task, lastDay: wanted.get(keyOf(task.subjectId, task))?.lastDay ?? null })),
  );
  const known = new Set(staying.map((task) => keyOf(task.subjectId, task)));
  const today = shanghaiDay(deps.clock.now());
  for (const [key, { documentId, stage, lastDay, departmentId, regionCode }] of wanted) {
    if (known.has(key)) continue;
    const assigneeId = over.find((task) => keyOf(task.subjectId, task) === key)?.assigneeId ?? null;
    const dueOn = lastDay ?? (await dueDay(deps, today, documentDays));
    await openTasks(deps, documentSubject(documentId), [{ departmentId, regionCode, stage, dueOn, assigneeId }]);
  }
}

async function wantedTasks({ tx, clock, catalogue }: Deps): Promise<Wanted[]> {
  const documents = documentsOf(catalogue).filter(({ followers }) => followers.length > 0);
  const known = await readSettled(
    tx,
    documents.map(({ id }) => id),
  );
  const today = shanghaiDay(clock.now());
  return documents.flatMap(({ id, document, offices }) => {
    const task = taskOf(dutiesOn(document, known(id).settled, today));
    return task ? offices.map((office) => ({ ...office, ...task, documentId: id })) : [];
  });
}

/** Gives work whose days the calendar, or the document, counts otherwise now its new last day. */
async function followCalendar(
  deps: Deps,
  tasks: readonly { id: string; openedAt: Date; dueOn: PlainDate; lastDay: PlainDate | null }[],
): Promise<void> {
  const moved = [];
  for (const { id, openedAt, dueOn, lastDay } of tasks) {
    const day = lastDay ?? (await dueDay(deps, shanghaiDay(openedAt), documentDays));
    if (day !== dueOn) moved.push({ id, day });
  }
  await shiftTerms(deps, { tasks: moved, terms: [], ofSubjects: [] });
}

function keyOf(documentId: string, { departmentId, regionCode }: Office): string {
  return [documentId, departmentId, regionCode].join(" ");
}
