import type { UserActor } from "~/access/actor";
import { codeDecisionSchema } from "~/features/identity/identity.schema";
import { decideCode } from "~/features/identity/use-cases/decide-code.server";
import type { AppContext } from "~/platform/context.server";
import { readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";

/** Reads the decision on a doubtful credit code and carries it out. @returns what is wrong with the form, and of which firm */
export async function decideCodeForm(request: Request, context: AppContext, actor: UserActor) {
  const form = await readForm(request, codeDecisionSchema);
  if (!form.ok) return { problem: { id: form.answer.values["id"] ?? "", errors: form.answer.errors } };
  const { id, ...decision } = form.data;
  await perform(context, actor, (deps) => decideCode(deps, id, decision));
  return { problem: null };
}
