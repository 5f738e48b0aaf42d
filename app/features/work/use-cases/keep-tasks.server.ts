import { actorId } from "~/access/actor";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { closeTaskRows, findOpenOf, lastDueOf, openTaskRows } from "../adapters/task.repository.server";
import type { Subject, SubjectType } from "../domain/subject";
import type { NewTask, OpenTask } from "../domain/task";

/** Opens work on a thing at offices, each with its last day. */
export async function openTasks(
  { tx, clock, random }: Pick<Deps, "tx" | "clock" | "random">,
  { type, id }: Subject,
  tasks: readonly NewTask[],
): Promise<OpenTask[]> {
  if (tasks.length === 0) return [];
  const openedAt = clock.now();
  const opened = tasks.map((task) => ({ ...task, id: random.uuid(), assigneeId: task.assigneeId ?? null }));
  await openTaskRows(
    tx,
    opened.map(({ id: taskId, stage, departmentId, regionCode, dueOn, assigneeId }) => ({
      ...{ id: taskId, subjectType: type, subjectId: id, stage, departmentId, regionCode, openedAt, dueOn, assigneeId },
    })),
  );
  return opened;
}

/** Closes open work, with how it ended. */
export async function closeTasks(
  { tx, clock, actor }: Pick<Deps, "tx" | "clock" | "actor">,
  ids: readonly string[],
  ended: { outcome: string; comment: string | null },
): Promise<void> {
  if (ids.length > 0) await closeTaskRows(tx, ids, { closedAt: clock.now(), closedById: actorId(actor), ...ended });
}

/** Closes all open work on things of a kind, with how it ended. */
export async function closeWorkOn(
  deps: Pick<Deps, "tx" | "clock" | "actor">,
  type: SubjectType,
  ids: readonly string[],
  outcome: string,
): Promise<void> {
  if (ids.length === 0) return;
  const open = await findOpenOf(deps.tx, type, ids);
  await closeTasks(
    deps,
    open.map((task) => task.id),
    { outcome, comment: null },
  );
}

/** All open work on things of a kind. */
export function openOf({ tx }: Pick<Deps, "tx">, type: SubjectType) {
  return findOpenOf(tx, type);
}

/** When the last work of a stage of an office was due that ended with an outcome; null where none did. */
export function dueBefore(
  { tx }: Pick<Deps, "tx">,
  subject: Subject,
  work: { stage: string; departmentId: string; outcome: string },
): Promise<PlainDate | null> {
  return lastDueOf(tx, subject, work);
}
