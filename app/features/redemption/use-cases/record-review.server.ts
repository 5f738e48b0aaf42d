import { readPaid } from "~/features/funds/use-cases/read-paid.server";
import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { addScore, answerReconsideration, followUpRating } from "../adapters/follow-up.repository.server";
import { admitOne, answerAll, refuseOne } from "./read-objections.server";
import { confirmRecovery, dropRecovery, proposeRecoveryRow } from "./recover-case.server";
import type { Review } from "./review-case.server";

/** What a step writes beside the case: scores, answers, recoveries. */
export async function recordReview(deps: Deps & { actor: UserActor }, review: Review): Promise<void> {
  const { id, action, comment } = review;
  const now = deps.clock.now();
  const by = deps.actor.userId;
  switch (action) {
    case "EXPERT_SCORED":
      return addScore(deps.tx, { applicationId: id, expertId: by, score: review.score ?? 0, comment, at: now });
    case "OBJECTION_ADMITTED":
      return admitOne(deps, { id, objectionId: review.objectionId ?? "", comment, by });
    case "OBJECTION_REFUSED":
      return refuseOne(deps, { objectionId: review.objectionId ?? "", comment, by });
    case "OBJECTION_SETTLED":
      return answerAll(deps, { id, outcome: "dismissed", comment, by });
    case "OBJECTION_UPHELD":
      return answerAll(deps, { id, outcome: "upheld", comment, by });
    case "DECISION_UPHELD":
      return answerReconsideration(deps.tx, id, {
        outcome: "upheld",
        answer: comment,
        decidedAt: now,
        decidedById: by,
      });
    case "DECISION_OVERTURNED":
      return answerReconsideration(deps.tx, id, {
        outcome: "overturned",
        answer: comment,
        decidedAt: now,
        decidedById: by,
      });
    case "FOLLOWED_UP":
      return followUpRating(deps.tx, id, { followUp: comment, followedUpAt: now, followedUpById: by });
    case "CHECK_FAILED":
      return proposeRecoveryRow(deps, {
        applicationId: id,
        payment: await readPaid(deps, id),
        kind: review.recoveryKind ?? "error",
        reason: comment,
      });
    case "RECOVERY_CONFIRMED":
      return confirmRecovery(deps, id);
    case "RECOVERY_DROPPED":
      return dropRecovery(deps, id);
    default:
      return undefined;
  }
}
