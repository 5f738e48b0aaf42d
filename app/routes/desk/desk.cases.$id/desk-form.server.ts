import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { recuse } from "~/features/redemption/use-cases/recuse.server";
import { proposeRecovery } from "~/features/redemption/use-cases/recover-case.server";
import { recomputeSum } from "~/features/redemption/use-cases/recompute-sum.server";
import { readReviewForm, readSum } from "./review-form.server";
import { reviewCase } from "~/features/redemption/use-cases/review-case.server";
import { wordsWithin } from "~/kernel/reading/words-within";
import { stepOf } from "~/kernel/step-of";

/** What an official sent from the page of a case: an interest, a recovery, the sum worked out anew, or a step. */
export function handleDeskForm(
  deps: Deps & { actor: UserActor },
  id: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { intent = "review", kind, sumYuan = "", reason = "", recuseReason = "", idempotencyKey = "" } = values;
  const own = { id, idempotencyKey, expectedVersion: Number(values["version"]) };
  const steps = {
    review: () => reviewCase(deps, readReviewForm(id, values)),
    recuse: () => recuse(deps, { applicationId: id, reason: recuseReason }),
    recompute: () => recomputeSum(deps, own),
    recover: () =>
      proposeRecovery(deps, {
        ...own,
        kind: kind === "fraud" ? "fraud" : "error",
        sumFen: readSum(sumYuan),
        reason: wordsWithin(reason, 2000),
      }),
  };
  return stepOf(steps, intent)();
}
