import { recordAudit } from "~/features/applications/audited.server";
import { actorId } from "~/access/actor";
import { nameById } from "~/features/policies/domain/item-name";
import { isUuid } from "~/kernel/uuid";
import { Refusal } from "~/kernel/refusal";
import { caseSubject } from "~/features/redemption/domain/case-subject";
import { resumeTerms } from "~/features/work/use-cases/keep-terms.server";
import type { Deps } from "~/platform/context.server";
import { findDraft, findOpen, lockDraft } from "../adapters/application.repository.server";
import { findDiscarded, forgetDiscarded, putBack, takeAway } from "../adapters/discarded-draft.repository.server";
import { undoMs, undoStart } from "../domain/undo";

/**
 * Throws a firm's draft away; for ten minutes it can be brought back. `seen` is when it had last been saved as the person
 * saw it: what somebody wrote into it since is not thrown away unread.
 * @returns the id under which it can be brought back
 * @throws Refusal `applications.not-found` (404), `applications.draft-changed` (409) when it was saved after `seen`
 */
export async function discardDraft(deps: Deps, enterpriseId: string, id: string, seen?: Date): Promise<string> {
  const now = deps.clock.now();
  const discarded = { id: deps.random.uuid(), discardedAt: now, discardedById: actorId(deps.actor) ?? enterpriseId };
  if (!isUuid(id)) throw new Refusal("applications.not-found", 404);
  await lockDraft(deps.tx, id);
  const row = await findDraft(deps.tx, id, enterpriseId);
  if (row && seen && row.draftSavedAt && row.draftSavedAt > seen) throw new Refusal("applications.draft-changed");
  const taken = await takeAway(deps.tx, { id, enterpriseId }, discarded);
  if (!taken) throw new Refusal("applications.not-found", 404);
  await forgetDiscarded(deps.tx, undoStart(now));
  await recordAudit(deps, {
    action: "draft.discarded",
    subject: { type: "application", id },
    enterpriseId,
    after: { itemId: taken.itemId },
  });
  return discarded.id;
}

/**
 * Brings a draft back. A draft that was begun in its place is thrown away in turn.
 * @returns the draft, and what can be brought back now instead
 * @throws Refusal `applications.undo-over` (409) after ten minutes, and when the policy has been applied for meanwhile
 */
export async function restoreDraft(
  deps: Deps,
  enterpriseId: string,
  discardedId: string,
): Promise<{ id: string; discarded: string | null }> {
  const found = await readDiscarded(deps, enterpriseId, discardedId);
  if (!found) throw new Refusal("applications.undo-over");
  const { year, rewardedYear } = found.content as { year: number; rewardedYear?: number | null };
  const open = await findOpen(deps.tx, enterpriseId, found.itemId, rewardedYear ?? year);
  if (open && open.state !== "draft") throw new Refusal("applications.undo-over");
  const discarded = open ? await discardDraft(deps, enterpriseId, open.id) : null;
  const { id, terms } = await putBack(deps.tx, found);
  await resumeTerms(deps, caseSubject(id), terms);
  await recordAudit(deps, {
    action: "draft.restored",
    subject: { type: "application", id },
    enterpriseId,
    after: { itemId: found.itemId },
  });
  return { id, discarded };
}

/** What a firm threw away less than ten minutes ago, by its id; null where there is nothing to bring back. */
export async function readDiscarded(
  deps: Pick<Deps, "tx" | "clock" | "catalogue">,
  enterpriseId: string,
  id: string | null,
) {
  if (!id || !isUuid(id)) return null;
  const found = await findDiscarded(deps.tx, id, enterpriseId, undoStart(deps.clock.now()));
  if (!found) return null;
  const title = nameById(deps.catalogue.byId, found.itemId);
  return { ...found, title, until: new Date(found.discardedAt.getTime() + undoMs) };
}
