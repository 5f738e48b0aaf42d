import { checkEligibility } from "~/features/applications/use-cases/check-eligibility.server";
import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import type { Facts, PolicyItem } from "~/features/policies/domain/policy-item";
import type { Prisma } from "~/generated/prisma/client";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { findCase, heldByOffice, type Office } from "../adapters/desk.repository.server";
import type { CorrectionPoint } from "../domain/correction-points";
import { correctingStages, eventOf, reviewActions, type ReviewAction } from "../domain/review-actions";
import { holdCase } from "./hold-case.server";
import { advanceCase, type EventPayload } from "./advance-case.server";

export type Review = {
  id: string;
  action: ReviewAction;
  comment: string;
  points: CorrectionPoint[];
  approvedFen: bigint | null;
  idempotencyKey: string;
  expectedVersion: number;
};

/** The office a person works for. @throws Refusal `request.forbidden` (403) */
export function officeOf(actor: UserActor): Office {
  if (!actor.departmentId || !actor.regionCode) throw new Refusal("request.forbidden", 403);
  return { departmentId: actor.departmentId, regionCode: actor.regionCode };
}

/**
 * An official's step on a case that waits at the own office. An approval repeats the binding check and fixes the sum.
 * @throws Refusal `redemption.other-department` (403), `redemption.reason-missing`, `redemption.points-missing` (422)
 *   and whatever the machine refuses
 */
export async function reviewCase(deps: Deps & { actor: UserActor }, review: Review): Promise<void> {
  const { actor } = deps;
  const office = officeOf(actor);
  const { stage, approver } = reviewActions[review.action];
  if (approver && !actor.permissions.has("approve:application:department")) throw new Refusal("request.forbidden", 403);
  const stages = stage === null ? correctingStages : [stage];
  const taken = await holdCase(deps, review.id, review.idempotencyKey);
  const seen = await findCase(deps.tx, { OR: stages.map((each) => heldByOffice(review.id, office, each)) });
  const known = seen ?? (taken ? await findCase(deps.tx, { id: review.id }) : null);
  if (!known) throw new Refusal("redemption.other-department", 403);
  requireWords(review);
  const approvedFen = review.action === "APPROVE" ? await approvedSum(deps, known, review, taken) : undefined;
  const payload: EventPayload = {
    comment: review.comment || undefined,
    ...(review.action === "REQUEST_CORRECTION" ? { points: review.points } : {}),
    ...(review.action === "REJECT" ? { reason: review.comment } : {}),
    ...(approvedFen === undefined ? {} : { approvedFen }),
  };
  await advanceCase(deps, {
    where: { id: review.id }, event: eventOf(review.action, actor.userId, office.departmentId), payload, idempotencyKey: review.idempotencyKey, expectedVersion: review.expectedVersion,
    set: columns(review, approvedFen, actor.userId, deps.clock.now()),
  });
}

function requireWords({ action, comment, points }: Review): void {
  const reasoned = action === "REJECT" || action === "RECOMMEND_REJECTION" || action === "CO_DISAGREE" || action === "SEND_BACK";
  if (reasoned && comment.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  if (action === "REQUEST_CORRECTION" && points.length === 0) throw new Refusal("redemption.points-missing", 422);
}

type CaseToApprove = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** The sum of an approval: what the rule gives, or less where the text states only a ceiling. */
async function approvedSum(deps: Deps, row: CaseToApprove, review: Review, taken: boolean): Promise<bigint> {
  const item = row.itemVersion.content as unknown as PolicyItem;
  const { facts } = row.profileSnapshot as unknown as { facts: Facts };
  if (!taken) {
    await checkEligibility(deps, { applicationId: row.id, itemVersionId: row.itemVersionId, item, facts, moment: "approve", amountFen: row.claimedFen });
  }
  const most = row.claimedFen ?? 0n;
  const sum = review.approvedFen ?? most;
  if (sum <= 0n || sum > most) throw new Refusal("redemption.sum-wrong", 422);
  return sum;
}

function columns(review: Review, approvedFen: bigint | undefined, userId: string, now: Date): Prisma.ApplicationUpdateManyMutationInput {
  switch (review.action) {
    case "APPROVE":
      return { approvedFen, decidedAt: now };
    case "REJECT":
      return { rejectionReason: review.comment, decidedAt: now, closedAt: now };
    case "RECOMMEND_APPROVAL":
    case "RECOMMEND_REJECTION":
      return { firstReviewerId: userId };
    default:
      return {};
  }
}

/** Notes that an official looked at a case with its bank data. */
export function noteCaseView(deps: Pick<Deps, "tx" | "clock" | "actor">, id: string, enterpriseId: string): Promise<void> {
  return recordAudit(deps, { action: "application.viewed", subject: { type: "application", id }, enterpriseId });
}
