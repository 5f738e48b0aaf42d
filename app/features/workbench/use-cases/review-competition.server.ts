import { recordAudit } from "~/features/workbench/audited.server";
import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import type { CompetitionReview, KeptReview } from "../domain/competition-review";
import { change, draftFor, hashOf } from "./draft-state.server";

/** Keeps the record of the fair-competition review of the draft as it stands. @throws Refusal as `draftFor` */
export async function reviewCompetition(
  deps: Deps & { actor: UserActor },
  id: string,
  version: number,
  review: CompetitionReview,
): Promise<void> {
  const draft = await draftFor(deps, id, version, "save");
  const kept: KeptReview = {
    ...review,
    contentHash: hashOf(draft, deps.catalogue),
    byId: deps.actor.userId,
    at: deps.clock.now().toISOString(),
  };
  await change(deps, draft, { competition: kept });
  await recordAudit(deps, {
    action: "policy-draft.competition-reviewed",
    subject: { type: "policy-draft", id },
    after: kept,
  });
}
