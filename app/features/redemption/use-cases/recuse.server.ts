import { recordAudit } from "~/features/redemption/audited.server";
import { colleagues } from "~/features/identity/use-cases/colleagues.server";
import { passWork, workAndLoads } from "~/features/work/use-cases/assign-work.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import type { UserActor } from "~/access/actor";
import type { StaffRole } from "~/access/permissions";
import { Refusal } from "~/kernel/refusal";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { Deps } from "~/platform/context.server";
import { addRecusal } from "../adapters/case-subject.repository.server";
import { findCase } from "../adapters/desk.repository.server";
import { caseSubject } from "../domain/case-subject";
import { conflictOf, replacementFor } from "../domain/conflict";
import { casesVisibleTo, isPanelist, mayBeGiven } from "../domain/desk-scope";
import { caseWork } from "./case-work.server";

type Official = Deps & { actor: UserActor };

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
  const visible = casesVisibleTo(deps.actor);
  const row = visible && (await findCase(deps.tx, { id: applicationId, ...visible }));
  if (!row) throw new Refusal("applications.not-found", 404);
  const people = await colleagues(deps.tx, office);
  const { load, work } = await workAndLoads(deps, caseSubject(applicationId), office);
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
  for (const task of passed) await passWork(deps, caseWork, { ...task, subjectId: applicationId }, replacementId);
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
