import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import { colleagues } from "~/features/identity/use-cases/colleagues.server";
import type { UserActor } from "~/access/actor";
import type { StaffRole } from "~/access/permissions";
import { isPlainDate } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { Deps } from "~/platform/context.server";
import {
  addAbsence,
  addRecusal,
  assign,
  endAbsence,
  findTask,
  loads,
  openWork,
} from "../adapters/assignment.repository.server";
import { findCase, seenByOffice } from "../adapters/desk.repository.server";
import { conflictOf, replacementFor } from "../domain/conflict";
import { casesSeenBy, isPanelist, mayBeGiven } from "../domain/desk-scope";
import { officeOf } from "./office-of.server";
import { tellAssignee } from "./tell-assignee.server";

type Official = Deps & { actor: UserActor };

/**
 * The head gives a piece of work to one person of the own office, or back to all (null).
 * @throws Refusal `request.not-found` (404), `redemption.no-colleague`, `redemption.own-firm`, `redemption.recused` (422)
 */
export async function assignWork(
  deps: Official,
  { taskId, assigneeId }: { taskId: string; assigneeId: string | null },
): Promise<void> {
  const office = officeOf(deps.actor);
  const task = await findTask(deps.tx, taskId, office);
  if (!task) throw new Refusal("request.not-found", 404);
  if (assigneeId) await requireColleague(deps, assigneeId, task);
  if (!(await assign(deps.tx, taskId, assigneeId))) throw new Refusal("applications.version-conflict");
  await recordAudit(deps, {
    action: "task.assigned",
    subject: { type: "application", id: task.applicationId },
    before: { assigneeId: task.assigneeId },
    after: { stage: task.stage, assigneeId },
  });
  if (!assigneeId) return;
  const row = await findCase(deps.tx, { id: task.applicationId });
  await tellAssignee(deps, assigneeId, {
    ...{ id: taskId, stage: task.stage, applicationId: task.applicationId },
    ...{ firm: row?.enterprise.name ?? "", number: row?.number ?? "" },
  });
}

async function requireColleague(
  deps: Official,
  userId: string,
  { applicationId, stage }: { applicationId: string; stage: string },
): Promise<void> {
  const office = officeOf(deps.actor);
  const people = await colleagues(deps.tx, office);
  if (!people.some(({ id, roles }) => id === userId && mayBeGiven(stage, roles as StaffRole[])))
    throw new Refusal("redemption.no-colleague", 422);
  const row = await findCase(deps.tx, seenByOffice(applicationId, office));
  if (row?.recusals.some((each) => each.userId === userId)) throw new Refusal("redemption.recused", 422);
}

/**
 * Somebody declares an interest in a case: from now on the person may do nothing on it, and the work goes to the colleague
 * with the least of it. A panel that nobody has been chosen for stays open to the other experts.
 * @throws Refusal `applications.not-found` (404), `redemption.reason-missing` (422)
 */
export async function recuse(
  deps: Official,
  { applicationId, reason }: { applicationId: string; reason: string },
): Promise<void> {
  if (reason.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  const office = officeOf(deps.actor);
  const seen = casesSeenBy(deps.actor);
  const row = seen && (await findCase(deps.tx, { id: applicationId, ...seen }));
  if (!row) throw new Refusal("applications.not-found", 404);
  const [people, load, work] = [
    await colleagues(deps.tx, office),
    await loads(deps.tx, office),
    await openWork(deps.tx, applicationId, office),
  ];
  const away = [deps.actor.userId, ...row.recusals.map(({ userId }) => userId)];
  const passed = work.filter((task) => passesOn(task, deps.actor));
  const replacementId =
    isPanelist(deps.actor) && passed.length === 0
      ? null
      : replacementFor(
          people
            .filter(({ roles }) => mayBeGiven(isPanelist(deps.actor) ? "expertScore" : "", roles as StaffRole[]))
            .map(({ id }) => id),
          away,
          load,
        );
  const kind = conflictOf(deps.actor, row.enterprise.id, []) === "own-firm" ? "found" : "declared";
  await addRecusal(deps.tx, {
    applicationId,
    userId: deps.actor.userId,
    kind,
    reason: wordsWithin(reason, 500),
    replacementId,
    at: deps.clock.now(),
  });
  for (const task of passed) {
    await assign(deps.tx, task.id, replacementId);
    if (replacementId)
      await tellAssignee(deps, replacementId, {
        ...{ id: task.id, stage: task.stage, applicationId },
        ...{ firm: row.enterprise.name, number: row.number ?? "" },
      });
  }
  await recordAudit(deps, {
    action: "application.recused",
    subject: { type: "application", id: applicationId },
    after: { kind, replacementId },
  });
}

/** Work that somebody who stands aside had, or might have taken. */
function passesOn({ stage, assigneeId }: { stage: string; assigneeId: string | null }, actor: UserActor): boolean {
  return assigneeId === actor.userId || (assigneeId === null && stage !== "expertScore" && !isPanelist(actor));
}

export type NewAbsence = { userId: string; deputyId: string; fromDay: string; toDay: string };

/**
 * Notes that somebody is away and who stands in: one's own absence, or as head anybody's of the office.
 * @throws Refusal `redemption.absence-wrong`, `redemption.no-colleague` (422), `request.forbidden` (403)
 */
export async function noteAbsence(deps: Official, { userId, deputyId, fromDay, toDay }: NewAbsence): Promise<void> {
  if (userId !== deps.actor.userId && !deps.actor.permissions.has("manage:task:department"))
    throw new Refusal("request.forbidden", 403);
  if (!isPlainDate(fromDay) || !isPlainDate(toDay) || toDay < fromDay || userId === deputyId)
    throw new Refusal("redemption.absence-wrong", 422);
  const people = await colleagues(deps.tx, officeOf(deps.actor));
  if (![userId, deputyId].every((id) => people.some((person) => person.id === id)))
    throw new Refusal("redemption.no-colleague", 422);
  await addAbsence(deps.tx, {
    userId,
    deputyId,
    fromDay,
    toDay,
    createdById: deps.actor.userId,
    createdAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "absence.noted",
    subject: { type: "user", id: userId },
    after: { deputyId, fromDay, toDay },
  });
}

/** Ends an absence of the own office before its time. */
export async function closeAbsence(deps: Official, id: string): Promise<void> {
  const head = deps.actor.permissions.has("manage:task:department");
  const people = head
    ? (await colleagues(deps.tx, officeOf(deps.actor))).map((person) => person.id)
    : [deps.actor.userId];
  await endAbsence(deps.tx, id, people, deps.clock.now());
  await recordAudit(deps, { action: "absence.ended", subject: { type: "absence", id } });
}
