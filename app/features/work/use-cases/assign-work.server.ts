import { recordAudit } from "~/features/work/audited.server";
import type { UserActor } from "~/access/actor";
import type { StaffRole } from "~/access/permissions";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { assign, findTask, loads, openWork, type GivenTask } from "../adapters/task.repository.server";
import type { Office, Subject } from "../domain/subject";
import { officeOf } from "./office-of.server";
import { peopleOf } from "./people-of.server";
import { keeperOf, withBarred, type SubjectKeeper, type SubjectKeepers } from "./subject-keepers.server";
import { notifyAssignee } from "./notify-assignee.server";

type Official = Deps & { actor: UserActor; subjects: SubjectKeepers };

/**
 * The head gives a piece of work to one person of the own office, or back to all (null).
 * @throws Refusal `request.not-found` (404), `redemption.no-colleague`, `redemption.recused`,
 *   `redemption.same-person` (422)
 */
export async function assignWork(
  deps: Official,
  { taskId, assigneeId }: { taskId: string; assigneeId: string | null },
): Promise<void> {
  const task = await findTask(deps.tx, taskId, officeOf(deps.actor));
  if (!task) throw new Refusal("request.not-found", 404);
  if (assigneeId) await requireColleague(deps, assigneeId, task);
  if (!(await assign(deps.tx, taskId, assigneeId))) throw new Refusal("applications.version-conflict");
  await recordAssigned(deps, task, assigneeId);
  if (assigneeId) await notifyAssignee(deps, keeperOf(deps.subjects, task), assigneeId, task);
}

/**
 * An administrator gives what administrators have to do to one of them, or back to all (null).
 * @throws Refusal `request.forbidden` (403), and those of `assignWork`
 */
export async function assignTrouble(deps: Official, taskId: string, assigneeId: string | null): Promise<void> {
  if (!deps.actor.permissions.has("resolve:trouble:all")) throw new Refusal("request.forbidden", 403);
  if (!isUuid(taskId)) throw new Refusal("request.not-found", 404);
  await assignWork(deps, { taskId, assigneeId });
}

async function requireColleague(deps: Official, userId: string, task: GivenTask): Promise<void> {
  const people = await peopleOf(deps.tx, officeOf(deps.actor));
  const { mayBeGiven } = keeperOf(deps.subjects, task);
  if (!people.some(({ id, roles }) => id === userId && mayBeGiven(task.stage, roles as StaffRole[])))
    throw new Refusal("redemption.no-colleague", 422);
  const [known] = await withBarred(deps, [task]);
  if (known?.barred.aside.includes(userId)) throw new Refusal("redemption.recused", 422);
  if (known?.barred.involved.includes(userId)) throw new Refusal("redemption.same-person", 422);
}

/** Enters in the log to whom a piece of work was given. */
export async function recordAssigned(
  deps: Deps,
  { subjectType, subjectId, stage, assigneeId: before }: GivenTask,
  assigneeId: string | null,
): Promise<void> {
  await recordAudit(deps, {
    action: "task.assigned",
    subject: { type: subjectType, id: subjectId },
    before: { assigneeId: before },
    after: { stage, assigneeId },
  });
}

/** Open work on a thing at an office, and how much open work each of its people has. */
export async function workAndLoads({ tx }: Pick<Deps, "tx">, subject: Subject, office: Office) {
  return { load: await loads(tx, office), work: await openWork(tx, subject, office) };
}

/** Gives a piece of work to somebody else, who is told, or back to all of the office (null). */
export async function passWork(
  deps: Deps,
  keeper: SubjectKeeper,
  task: { id: string; subjectId: string; stage: string },
  assigneeId: string | null,
): Promise<void> {
  await assign(deps.tx, task.id, assigneeId);
  if (assigneeId) await notifyAssignee(deps, keeper, assigneeId, task);
}
