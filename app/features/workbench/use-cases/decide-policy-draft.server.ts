import { recordAudit } from "~/features/workbench/audited.server";
import type { UserActor } from "~/access/actor";
import type { Prisma } from "~/generated/prisma/client";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { nextStatus, obstaclesOf, type DraftEvent } from "../domain/draft";
import { change, draftFor, type Draft } from "./draft-state.server";
import { publishDraft } from "./publish-draft.server";
import { readinessOf } from "./readiness.server";

type Deed = Deps & { actor: UserActor };
export type Decision = { id: string; version: number };

/** Hands a draft to a second person. @throws Refusal `workbench.obstacle-…` for the first thing that is missing */
export async function proposeDraft(deps: Deed, { id, version }: Decision): Promise<void> {
  const draft = await draftFor(deps, id, version, "propose");
  await refuseObstacles(deps, draft);
  const deed = await move(deps, draft, "propose", {
    proposedById: deps.actor.userId,
    proposedAt: deps.clock.now(),
    returnedReason: null,
  });
  await recordAudit(deps, {
    action: "policy-draft.proposed",
    ...deed,
    after: { ...deed.after, explained: draft.explained, publishOn: draft.publishOn, endsOn: draft.endsOn },
  });
}

/** Gives a proposed or planned draft back to its authors. @throws Refusal `workbench.reason-missing` (422) */
export async function returnDraft(deps: Deed, { id, version }: Decision, reason: string): Promise<void> {
  const draft = await draftFor(deps, id, version, "return");
  if (reason.trim().length < 2) throw new Refusal("workbench.reason-missing", 422);
  const deed = await move(deps, draft, "return", {
    returnedReason: reason.trim(),
    proposedById: null,
    proposedAt: null,
    signedById: null,
    signedAt: null,
  });
  await recordAudit(deps, {
    action: "policy-draft.returned",
    ...deed,
    after: { ...deed.after, reason: reason.trim() },
  });
}

/** Throws a draft away; its rows stay. */
export async function discardDraft(deps: Deed, { id, version }: Decision): Promise<void> {
  const deed = await move(deps, await draftFor(deps, id, version, "discard"), "discard", {});
  await recordAudit(deps, { action: "policy-draft.discarded", ...deed });
}

/**
 * The second person's signature. Published at once, or by the worker on the planned day.
 * @throws Refusal `workbench.same-person` for anybody who wrote in the draft, `workbench.obstacle-…`
 */
export async function signDraft(deps: Deed, { id, version }: Decision): Promise<void> {
  const draft = await draftFor(deps, id, version, "sign");
  const { userId } = deps.actor;
  if (draft.editorIds.includes(userId) || draft.createdById === userId || draft.proposedById === userId)
    throw new Refusal("workbench.same-person");
  await refuseObstacles(deps, draft);
  const deed = await move(deps, draft, "sign", { signedById: userId, signedAt: deps.clock.now() });
  await recordAudit(deps, {
    action: "policy-draft.signed",
    ...deed,
    after: { ...deed.after, publishOn: draft.publishOn, endsOn: draft.endsOn },
  });
  if (draft.publishOn === null || draft.publishOn <= shanghaiDay(deps.clock.now()))
    await publishDraft(deps, { ...draft, status: "signed", version: draft.version + 1 });
}

/** Starts anew from the version in force: the draft's own words stay, reviews and backtest have to be done again. */
export async function rebaseDraft(deps: Deed, { id, version }: Decision): Promise<void> {
  const draft = await draftFor(deps, id, version, "save");
  const { currentVersionId } = await readinessOf(deps, draft);
  await change(deps, draft, { baseVersionId: currentVersionId });
  await recordAudit(deps, {
    action: "policy-draft.rebased",
    subject: { type: "policy-draft", id },
    before: { base: draft.baseVersionId },
    after: { base: currentVersionId },
  });
}

async function refuseObstacles(deps: Deed, draft: Draft): Promise<void> {
  const [first] = obstaclesOf(await readinessOf(deps, draft));
  if (first) throw new Refusal(`workbench.obstacle-${first}`);
}

/** Moves a draft. @returns what every row about it says */
async function move(deps: Deed, draft: Draft, event: DraftEvent, data: Prisma.PolicyDraftUpdateManyMutationInput) {
  const status = nextStatus(draft.status, event);
  if (!status) throw new Refusal("workbench.not-allowed");
  await change(deps, draft, { ...data, status, changedAt: deps.clock.now() });
  return {
    subject: { type: "policy-draft", id: draft.id },
    before: { status: draft.status },
    after: { status, item: draft.itemId },
  };
}
