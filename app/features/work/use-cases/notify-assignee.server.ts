import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import type { SubjectKeeper } from "./subject-keepers.server";

/** Tells somebody of a piece of work that is the person's from now on. */
export async function notifyAssignee(
  deps: Pick<Deps, "tx" | "clock">,
  keeper: SubjectKeeper,
  userId: string,
  { id, subjectId, stage }: { id: string; subjectId: string; stage: string },
): Promise<void> {
  const subject = (await keeper.describe(deps, [subjectId])).get(subjectId);
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId },
      kind: "taskAssigned",
      params: { firm: subject?.firm || (subject?.name ?? ""), number: subject?.number ?? "", ...keeper.words(stage) },
      href: keeper.workPage(stage, subjectId),
      dedupKey: `assigned:${id}:${userId}`,
    },
  });
}
