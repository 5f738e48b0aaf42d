import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import type { FormAnswer } from "~/ui/form";
import { competitionReviewSchema } from "~/features/workbench/domain/competition-review";
import {
  discardDraft,
  proposeDraft,
  rebaseDraft,
  returnDraft,
  signDraft,
  type Decision,
} from "~/features/workbench/use-cases/decide-policy-draft.server";
import { reviewCompetition } from "~/features/workbench/use-cases/review-competition.server";
import { stepOf } from "~/kernel/step-of";

type Deed = Deps & { actor: UserActor };
type Values = Record<string, string>;

const deeds: Record<
  string,
  (deps: Deed, decision: Decision, values: Values) => Promise<FormAnswer | null | void> | void
> = {
  review: keepReview,
  propose: proposeDraft,
  return: (deps, decision, values) => returnDraft(deps, decision, values["reason"] ?? ""),
  sign: (deps, decision) => {
    if (!deps.actor.permissions.has("sign:policy:all")) throw new Refusal("request.forbidden", 403);
    return signDraft(deps, decision);
  },
  discard: discardDraft,
  rebase: rebaseDraft,
};

/** Carries out one decision on a draft; a review that isn't complete comes back as typed. @throws Refusal for an unknown one */
export async function releaseAction(
  values: Values,
  context: Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">,
  actor: UserActor,
  id: string,
): Promise<FormAnswer | null> {
  const deed = stepOf(deeds, values["intent"]);
  return perform(
    context,
    actor,
    async (deps) => (await deed({ ...deps, actor }, { id, version: Number(values["version"]) }, values)) ?? null,
  );
}

async function keepReview(deps: Deed, { id, version }: Decision, values: Values): Promise<FormAnswer | null> {
  const checked = competitionReviewSchema.safeParse(values);
  if (checked.success) {
    await reviewCompetition(deps, id, version, checked.data);
    return null;
  }
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { errors, values };
}
