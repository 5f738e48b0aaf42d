import type { UserActor } from "~/access/actor";
import { claimDecisionSchema } from "~/features/identity/identity.schema";
import { decideClaim } from "~/features/identity/use-cases/decide-claim.server";
import type { AppContext } from "~/platform/context.server";
import { readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";

/** Reads the decision on a request to join and carries it out. @returns what is wrong with the form, and of which claim */
export async function decideClaimForm(
  request: Request,
  context: AppContext,
  actor: UserActor,
  scope: { enterpriseId: string } | "all",
) {
  const form = await readForm(request, claimDecisionSchema);
  if (!form.ok) return { problem: { id: form.answer.values["id"] ?? "", errors: form.answer.errors } };
  const { id } = form.data;
  const decision =
    form.data.decision === "grant"
      ? ({ kind: "grant", role: form.data.role } as const)
      : ({ kind: "refuse", reason: form.data.reason } as const);
  await perform(context, actor, (deps) => decideClaim(deps, scope, id, decision));
  return { problem: null };
}
