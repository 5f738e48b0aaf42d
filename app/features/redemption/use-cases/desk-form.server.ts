import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { recuse } from "./recuse.server";
import { proposeRecovery } from "./recover-case.server";
import { recomputeSum } from "./recompute-sum.server";
import { readReviewForm, readSum } from "./review-form.server";
import { reviewCase } from "./review-case.server";
import { wordsWithin } from "~/kernel/reading/words-within";

/** What an official sent from the page of a case: an interest, a recovery, the sum worked out anew, or a step. */
export function handleDeskForm(
  deps: Deps & { actor: UserActor },
  id: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  if (values["intent"] === "recuse") return recuse(deps, { applicationId: id, reason: values["recuseReason"] ?? "" });
  if (values["intent"] === "recover") {
    const { kind, sumYuan = "", reason = "", idempotencyKey = "", version } = values;
    return proposeRecovery(deps, {
      id,
      kind: kind === "fraud" ? "fraud" : "error",
      sumFen: readSum(sumYuan),
      reason: wordsWithin(reason, 2000),
      idempotencyKey,
      expectedVersion: Number(version),
    });
  }
  if (values["intent"] === "recompute") {
    const { idempotencyKey = "", version } = values;
    return recomputeSum(deps, { id, idempotencyKey, expectedVersion: Number(version) });
  }
  return reviewCase(deps, readReviewForm(id, values));
}
