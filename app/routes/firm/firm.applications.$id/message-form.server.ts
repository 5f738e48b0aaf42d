import type { UserActor } from "~/access/actor";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import type { FormAnswer } from "~/ui/form";
import type { MessageSide } from "~/features/applications/domain/message-side";
import { sendMessage } from "~/features/applications/use-cases/send-message.server";

/** Sends the message of a page's form; a text that won't do comes back as it was typed. */
export async function messageAction(
  context: AppContext,
  actor: UserActor,
  values: Readonly<Record<string, string>>,
  to: { applicationId: string; side: MessageSide },
): Promise<FormAnswer | null> {
  const { message = "", idempotencyKey = "" } = values;
  const { applicationId, side } = to;
  const problem = await perform(context, actor, (deps) =>
    sendMessage({ ...deps, actor }, { applicationId, side, text: message, idempotencyKey }),
  );
  return problem ? { errors: { message: problem }, values: { message } } : null;
}
