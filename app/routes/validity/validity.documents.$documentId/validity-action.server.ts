import type { UserActor } from "~/access/actor";
import { wordsWithin } from "~/kernel/reading/words-within";
import { Refusal } from "~/kernel/refusal";
import { decisions, type Decision } from "~/kernel/second-person";
import type { AppContext } from "~/platform/context.server";
import type { UploadedFile } from "~/platform/files";
import { perform } from "~/platform/transact.server";
import type { FormAnswer } from "~/ui/form";
import { statementSchema } from "~/features/validity/validity.schema";
import { decideStatement } from "~/features/validity/use-cases/decide-statement.server";
import { ownDocument } from "~/features/validity/use-cases/own-document.server";
import { proposeFromForm } from "~/features/validity/use-cases/propose-statement.server";
import { choiceOf } from "~/kernel/step-of";

type Sent = { values: Record<string, string>; file: UploadedFile | null };
type Context = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "storage">;

/**
 * Carries out one form of a document's page: a statement, or the decision on one.
 * @returns what was done, or what is wrong with what was typed
 * @throws Refusal as `proposeStatement` and `decideStatement`; `request.forbidden` (403) for who may not sign
 */
export async function validityAction(
  context: Context,
  actor: UserActor,
  documentId: string,
  sent: Sent,
): Promise<FormAnswer | { done: Decision | "sent" }> {
  ownDocument({ catalogue: context.catalogue, actor }, documentId);
  const { intent, statement = "", reason = "" } = sent.values;
  const decision = choiceOf([...decisions, "state"], intent);
  if (decision === "state") return state(context, actor, documentId, sent);
  if (!actor.permissions.has("sign:policy:all")) throw new Refusal("request.forbidden", 403);
  const order = { id: statement, documentId, decision, reason: wordsWithin(reason, 500) };
  await perform(context, actor, (deps) => decideStatement({ ...deps, actor }, order));
  return { done: decision };
}

async function state(
  context: Context,
  actor: UserActor,
  documentId: string,
  { values, file }: Sent,
): Promise<FormAnswer | { done: "sent" }> {
  const checked = statementSchema.safeParse(values);
  if (!checked.success) {
    const errors: Record<string, string> = {};
    for (const issue of checked.error.issues) errors[String(issue.path[0])] ??= issue.message;
    return { errors, values };
  }
  const errors = await proposeFromForm(context, actor, { ...checked.data, documentId, file });
  return errors ? { errors, values } : { done: "sent" };
}
