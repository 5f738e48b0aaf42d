import { actorId } from "~/access/actor";
import type { PlainDate } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { closeTaskRows, lastDueOf, openTaskRows } from "../adapters/task.repository.server";
import type { Subject } from "../domain/subject";
import type { NewTask, OpenTask } from "../domain/task";

/** Opens work on a thing at offices, each with its last day. */
export async function openTasks(
  { tx, clock, random }: Pick<Deps, "tx" | "clock" | "random">,
  { type, id }: Subject,
  tasks: readonly NewTask[],
): Promise<OpenTask[]> {
  if (tasks.length === 0) return [];
  const openedAt = clock.now();
  const opened = tasks.map((task) => ({ ...task, id: random.uuid(), assigneeId: null }));
  await openTaskRows(
    tx,
    opened.map(({ id: taskId, stage, departmentId, regionCode, dueOn }) => ({
      ...{ id: taskId, subjectType: type, subjectId: id, stage, departmentId, regionCode, openedAt, dueOn },
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

/** When the last work of a stage of an office was due that ended with an outcome; null where none did. */
export function dueBefore(
  { tx }: Pick<Deps, "tx">,
  subject: Subject,
  work: { stage: string; departmentId: string; outcome: string },
): Promise<PlainDate | null> {
  return lastDueOf(tx, subject, work);
}
