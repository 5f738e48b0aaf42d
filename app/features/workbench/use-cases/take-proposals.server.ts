import { recordAudit } from "~/features/workbench/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { applyProposals, canTake } from "../domain/drafting/apply-proposals";
import {
  openCount,
  pointsOf,
  settlePoint,
  withPoints,
  type OpenPoint,
  type Settled,
} from "../domain/drafting/open-points";
import { change, draftFor, readDraft, type Draft } from "./draft-state.server";
import { draftKept } from "./drafting-context.server";
import { savePolicyDraft } from "./save-policy-draft.server";
import { toJson } from "~/platform/json-column";

type Deed = Deps & { actor: UserActor };
export type Taking = { version: number; proposals: readonly string[] };

/**
 * Puts ticked proposals into the item, by the same save as any other edit. Words of those left out become open points.
 * @throws Refusal `workbench.clause-empty` (422) without a kept text; as `savePolicyDraft`
 */
export async function takeProposals(deps: Deed, id: string, { version, proposals }: Taking): Promise<void> {
  const draft = await draftFor(deps, id, version, "save");
  if (!draft.clause) throw new Refusal("workbench.clause-empty", 422);
  const drafting = draftKept(draft.clause, deps.catalogue.registry);
  const taken = drafting.proposals.filter((each) => proposals.includes(each.id) && canTake(each));
  const { redemption, explained, publishOn, endsOn } = draft;
  await savePolicyDraft(deps, id, {
    version,
    content: applyProposals(draft.content, taken),
    redemption,
    explained: { ...explained },
    publishOn,
    endsOn,
  });
  const points = withPoints(draft.points, pointsOf(drafting, new Set(taken.map((each) => each.id))));
  await keepPoints(deps, await readDraft(deps, id), points);
  await recordAudit(deps, {
    action: "policy-draft.clause-taken",
    subject: { type: "policy-draft", id },
    after: { taken: taken.length, open: openCount(points) },
  });
}

export type Settling = { version: number; point: string; as: Settled["as"]; why: string };

/**
 * An author says that words of the clause were placed by hand, or say nothing for the rule, and why.
 * @throws Refusal `workbench.reason-missing` (422), `workbench.point-settled`, `workbench.changed`, `workbench.not-allowed`
 */
export async function settleClausePoint(deps: Deed, id: string, { version, point, as, why }: Settling): Promise<void> {
  const draft = await draftFor(deps, id, version, "save");
  const said = why.trim();
  if (said.length < 2) throw new Refusal("workbench.reason-missing", 422);
  const settled = { as, why: said, byId: deps.actor.userId, at: deps.clock.now().toISOString() };
  const points = settlePoint(draft.points, point, settled);
  if (!points) throw new Refusal("workbench.point-settled");
  await keepPoints(deps, draft, points);
  await recordAudit(deps, {
    action: "policy-draft.point-settled",
    subject: { type: "policy-draft", id },
    after: { words: draft.points.find((each) => each.id === point)?.words ?? "", as, why: said },
  });
}

async function keepPoints(deps: Deed, draft: Draft, points: readonly OpenPoint[]): Promise<void> {
  const { userId } = deps.actor;
  await change(deps, draft, {
    points: toJson(points),
    changedById: userId,
    changedAt: deps.clock.now(),
    editorIds: [...new Set([...draft.editorIds, userId])],
  });
}
