import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { workWords } from "../domain/acting-on";

type Given = { id: string; stage: string; applicationId: string; firm: string; number: string };

/** Tells somebody of a piece of work that is the person's from now on. */
export async function tellAssignee(
  deps: Pick<Deps, "tx" | "clock">,
  userId: string,
  { id, stage, applicationId, firm, number }: Given,
): Promise<void> {
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId },
      kind: "taskAssigned",
      params: { firm, number, ...workWords(stage) },
      href: `/desk/cases/${applicationId}`,
      dedupKey: `assigned:${id}:${userId}`,
    },
  });
}
