import { checkEligibility } from "./check-eligibility.server";
import { recordAudit } from "~/features/redemption/audited.server";
import type { UserActor } from "~/access/actor";
import { factSlots } from "~/features/matching/domain/evaluate/fact-slots";
import { fitsRoom, sumRoom, type SumRoom } from "~/features/matching/domain/amount/sum-room";
import { buildRule, leavesOf } from "~/features/matching/domain/evaluate/rule";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { formatYuan } from "~/kernel/money";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { listedAs, lockCase, type CaseRow } from "../adapters/case.repository.server";
import { latestSubmission } from "../adapters/submission.repository.server";
import { decidesSum } from "../domain/batch-review";
import { pointsProblem, type CorrectionPoint } from "../domain/correction-points";
import type { Office } from "~/features/work/domain/subject";
import type { Meeting } from "../domain/joint-meeting";
import { eventOf, reviewActions, type ReviewAction } from "../domain/review-actions";
import { reviewProblems } from "../domain/review-problems";
import type { Submission } from "../domain/submission";
import { advanceCase, type CaseColumns, type EventPayload } from "./advance-case.server";
import { isLastUnread, isReading } from "./read-objections.server";
import { recordReview } from "./record-review.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { holdCurrentSum, requireLeft } from "./hold-case-claim.server";
import { holdQuota } from "./hold-quota.server";
import { requireOwnWork } from "./require-own-work.server";

export type Review = {
  id: string;
  action: ReviewAction;
  comment: string;
  /** of a refusal: what the firm is told, where it isn't the comment */
  reason?: string | undefined;
  points: CorrectionPoint[];
  approvedFen: bigint | null;
  /** why that is not the sum the rule gives */
  sumReason?: string;
  /** of an expert, 0 to 100 */
  score?: number | null;
  /** places of the conditions that a refusal names; left out: those named before stay */
  failed?: readonly string[];
  /** whether a firm that failed its check deceived or erred */
  recoveryKind?: "fraud" | "error";
  /** which of the objections that wait to be read is admitted or refused */
  objectionId?: string;
  /** of a joint meeting that is called: the day, and the offices that attend */
  meeting?: Meeting;
  /** that the second person has seen the basis of a condition not known */
  basisSeen?: boolean;
  idempotencyKey: string;
  expectedVersion: number;
};

/**
 * An official's step on a case that waits at the own office. An approval repeats the binding check and fixes the sum.
 * @throws Refusal `redemption.other-department` (403), those of `reviewProblems` and `pointsProblem` (422),
 *   those of `requireOwnWork`, and whatever the machine refuses
 */
export async function reviewCase(deps: Deps & { actor: UserActor }, review: Review): Promise<void> {
  const { actor } = deps;
  const office = officeOf(actor);
  const { stages, by } = reviewActions[review.action];
  if (!actor.permissions.has(by)) throw new Refusal("request.forbidden", 403);
  const row = await lockCase(deps.tx, { id: review.id }, review.idempotencyKey);
  const taken = Boolean(row?.earlier);
  if (!row || !(taken || row.tasks.some((task) => stages.some((stage) => stage === task.stage) && isOf(office, task))))
    throw new Refusal("redemption.other-department", 403);
  await requireOwnWork(deps, row, office, stages);
  requireFilled(review, row.config, shanghaiDay(deps.clock.now()));
  requireConditions(row.item, review);
  if (taken && isReading(review)) return;
  const last = await isLastUnread(deps.tx, review);
  const decided = await decidedSum(deps, row, review, taken);
  await advanceCase(deps, {
    where: { id: review.id },
    locked: row,
    event: eventOf(review.action, actor.userId, office.departmentId, last),
    payload: payloadOf(review, decided),
    idempotencyKey: review.idempotencyKey,
    expectedVersion: review.expectedVersion,
    set: columns(review, decided, actor.userId, deps.clock.now()),
  });
  if (!taken) await recordReview(deps, review);
}

/** What is kept with the step. */
function payloadOf(review: Review, decided: DecidedSum): EventPayload {
  const { action, comment, reason = comment } = review;
  return {
    comment: comment || undefined,
    ...(action === "REQUEST_CORRECTION" ? { points: review.points } : {}),
    ...(explained.includes(action) ? { reason } : {}),
    ...decided,
    ...(action === "MEETING_CALLED" ? { meeting: review.meeting } : {}),
    ...(isReading(review) ? { objectionId: review.objectionId } : {}),
  };
}

function isOf(office: Office, task: Office): boolean {
  return task.departmentId === office.departmentId && task.regionCode === office.regionCode;
}

/** Steps whose words are told to the firm as the reason. */
const explained: readonly ReviewAction[] = [
  "REJECT",
  "LIST_REFUSED",
  "OBJECTION_UPHELD",
  "DECISION_UPHELD",
  "DECISION_OVERTURNED",
];

/** @throws Refusal (422) those of `reviewProblems`, all of them at once, and of `pointsProblem` */
function requireFilled(review: Review, config: CaseRow["config"], today: PlainDate): void {
  const [first, ...also] = reviewProblems(review, config, today);
  if (first) throw new Refusal(first, 422, {}, [], also);
  const problem = review.action === "REQUEST_CORRECTION" ? pointsProblem(review.points) : null;
  if (problem)
    throw new Refusal(`redemption.${problem.code}`, 422, "number" in problem ? { number: problem.number } : {});
}

/** @throws Refusal `request.failed` (400) for a place where the item has no condition */
function requireConditions(item: PolicyItem, { failed = [] }: Review): void {
  if (failed.length === 0) return;
  const places = new Set(leavesOf(buildRule(item.conditions, factSlots())).map(({ path }) => path));
  if (!failed.every((path) => places.has(path))) throw new Refusal("request.failed", 400);
}

/** What is to be paid from now on, where the step fixes it, and why it is not what the rule gives. */
type DecidedSum = { approvedFen?: bigint; sumReason?: string };

async function decidedSum(deps: Deps, known: CaseRow, review: Review, taken: boolean): Promise<DecidedSum> {
  if (!decidesSum(review.action)) return {};
  const last = await latestSubmission(deps.tx, known.id);
  const standing = taken ? null : await holdCurrentSum(deps, known, last);
  const decided =
    review.action === "LIST_APPROVED"
      ? await listedSum(deps, known, review, taken)
      : await approvedSum(deps, known, { review, last, taken });
  if (standing && decided.approvedFen !== undefined) {
    requireLeft(standing, decided.approvedFen);
    await holdQuota(deps, known, decided.approvedFen);
  }
  return decided;
}

/**
 * The sum of the list, with the reason it gives where that is not the rule's.
 * @throws Refusal `redemption.basis-untold` (422) where a condition is not known and its basis not ticked as seen
 */
async function listedSum(
  { tx }: Deps,
  { id, claimedFen }: CaseRow,
  { basisSeen }: Review,
  taken: boolean,
): Promise<DecidedSum> {
  const { listVerdict, sumReason } = await listedAs(tx, id);
  if (!taken && listVerdict === "unknown" && !basisSeen) throw new Refusal("redemption.basis-untold", 422);
  return { approvedFen: claimedFen ?? 0n, ...(sumReason === null ? {} : { sumReason }) };
}

/**
 * The sum of an approval: what the rule gives, or another within the room the text leaves, with a reason.
 * @throws Refusal `redemption.sum-locked`, those of `outsideRoom`, `redemption.sum-reason-missing` (422)
 */
async function approvedSum(
  deps: Deps,
  row: CaseRow,
  { review, last: { seq, frozen }, taken }: { review: Review; last: Submission; taken: boolean },
): Promise<DecidedSum> {
  if (!taken)
    await checkEligibility(deps, {
      applicationId: row.id,
      itemVersionId: row.itemVersionId,
      item: row.item,
      facts: frozen.facts,
      submission: seq,
      moment: "approve",
      amountFen: row.claimedFen,
    });
  const approvedFen = review.approvedFen ?? row.claimedFen ?? 0n;
  const room = sumRoom(row.item, frozen.facts, frozen.received ?? [], row.claimedFen);
  const sumReason = review.sumReason?.trim() ?? "";
  const unexplained = approvedFen !== row.claimedFen && sumReason === "" ? ["redemption.sum-reason-missing"] : [];
  if (!fitsRoom(room, approvedFen)) throw outsideRoom(room, unexplained);
  if (approvedFen === row.claimedFen) return { approvedFen };
  const [missing] = unexplained;
  if (missing) throw new Refusal(missing, 422);
  return { approvedFen, sumReason };
}

/** Why a sum is not one the text allows, with its bounds; `also` is what else is missing. */
function outsideRoom(room: SumRoom, also: readonly string[]): Refusal {
  if (room.kind === "locked") return new Refusal("redemption.sum-locked", 422);
  const least = formatYuan(room.leastFen);
  if (room.mostFen === null) return new Refusal("redemption.sum-below", 422, { least }, [], also);
  return new Refusal("redemption.sum-wrong", 422, { least, most: formatYuan(room.mostFen) }, [], also);
}

function columns(review: Review, { approvedFen, sumReason }: DecidedSum, userId: string, now: Date): CaseColumns {
  switch (review.action) {
    case "APPROVE":
    case "LIST_APPROVED":
      return { approvedFen, sumReason: sumReason ?? null, decidedAt: now };
    case "REJECT":
    case "LIST_REFUSED":
      return { rejectionReason: review.reason ?? review.comment, ...named(review), decidedAt: now, closedAt: now };
    case "DECISION_OVERTURNED":
    case "OBJECTION_UPHELD":
      return {
        rejectionReason: null,
        failedConditions: [],
        approvedFen: null,
        sumReason: null,
        decidedAt: null,
        closedAt: null,
      };
    case "RECOMMEND_APPROVAL":
      return { firstReviewerId: userId, failedConditions: [] };
    case "HEAD_UPHELD":
    case "RECOMMEND_REJECTION":
      return { firstReviewerId: userId, ...named(review) };
    default:
      return {};
  }
}

function named({ failed }: Review): { failedConditions?: string[] } {
  return failed ? { failedConditions: [...failed] } : {};
}

/** Notes that an official looked at a case with its bank data. */
export function noteCaseView(
  deps: Pick<Deps, "tx" | "clock" | "actor">,
  id: string,
  enterpriseId: string,
): Promise<void> {
  return recordAudit(deps, { action: "application.viewed", subject: { type: "application", id }, enterpriseId });
}
