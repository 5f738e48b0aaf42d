import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { PlainDate } from "~/kernel/plain-date";
import { meetingProblems, type Meeting } from "./joint-meeting";
import { reviewActions, type ReviewAction } from "./review-actions";

type Filled = {
  action: ReviewAction;
  comment: string;
  reason?: string | undefined;
  score?: number | null;
  meeting?: Meeting;
};

/** Everything that a filled-in step lacks, as codes of refusals in the order of the form's fields; `today` is Shanghai's. */
export function reviewProblems(
  { action, comment, reason, score, meeting }: Filled,
  config: Pick<RedemptionConfig, "leadDepartmentId" | "coDepartmentIds">,
  today: PlainDate,
): string[] {
  return [
    ...(action === "EXPERT_SCORED" && !isScore(score) ? ["redemption.score-wrong"] : []),
    ...(action === "MEETING_CALLED" ? meetingProblems(config, meeting ?? { day: "", offices: [] }, today) : []),
    ...(reviewActions[action].reasoned && (reason ?? comment).trim() === "" ? [unexplained(action)] : []),
  ];
}

/** What a step without its reason is told: that of a refusal stands in a field of its own, since the firm reads it. */
function unexplained(action: ReviewAction): string {
  return action === "REJECT" ? "redemption.refusal-reason-missing" : "redemption.reason-missing";
}

/** An expert's score: 0 to 100. */
function isScore(score: number | null | undefined): score is number {
  return typeof score === "number" && score >= 0 && score <= 100;
}
