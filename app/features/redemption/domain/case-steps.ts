/** What a step of a case is called in the log, in the order of a case's life. */
export const caseSteps = [
  "SUBMIT",
  "WITHDRAW",
  "DRAFT_OVERDUE",
  "LISTED",
  "CREDIT_PASSED",
  "CREDIT_FAILED",
  "LIST_APPROVED",
  "LIST_REFUSED",
  "PASS_COUNTY",
  "EXPERT_SCORED",
  "VISITED",
  "RECOMMEND_APPROVAL",
  "RECOMMEND_REJECTION",
  "CO_AGREE",
  "CO_DISAGREE",
  "MEETING_CALLED",
  "MEETING_AGREED",
  "MEETING_FAILED",
  "HEAD_OVERRULED",
  "HEAD_UPHELD",
  "CONFERRAL_OVERDUE",
  "REQUEST_CORRECTION",
  "RESUBMIT",
  "CORRECTION_OVERDUE",
  "APPROVE",
  "REJECT",
  "SEND_BACK",
  "SELECTED",
  "NOT_SELECTED",
  "OBJECTION_RAISED",
  "OBJECTION_ADMITTED",
  "OBJECTION_REFUSED",
  "OBJECTION_UNREAD",
  "OBJECTION_SETTLED",
  "OBJECTION_UPHELD",
  "PUBLICITY_ENDED",
  "CONFIRMED",
  "DECLINED",
  "CONFIRM_OVERDUE",
  "BUDGET_RESERVED",
  "BUDGET_EXHAUSTED",
  "PAYMENT_BATCHED",
  "PAYMENT_UNBATCHED",
  "PAYMENT_PAID",
  "PAYMENT_RETURNED",
  "PAYMENT_REVERSED",
  "RECONSIDERATION_ASKED",
  "RECONSIDERATION_OVERDUE",
  "DECISION_UPHELD",
  "DECISION_OVERTURNED",
  "RATED",
  "RATING_OVERDUE",
  "FOLLOWED_UP",
  "CHECK_PASSED",
  "CHECK_FAILED",
  "RECOVERY_PROPOSED",
  "RECOVERY_CONFIRMED",
  "RECOVERY_DROPPED",
  "RECOVERED",
] as const;
export type CaseStepName = (typeof caseSteps)[number];

type Dashed<T extends string> = T extends `${infer Head}_${infer Rest}`
  ? `${Lowercase<Head>}-${Dashed<Rest>}`
  : Lowercase<T>;
/** A step as an action of the log: `application.budget-reserved`. */
export type CaseAction = `application.${Dashed<CaseStepName>}`;

/** The action that a step of a case is written as. */
export function caseActionOf(type: CaseStepName): CaseAction {
  return `application.${type.toLowerCase().replaceAll("_", "-")}` as CaseAction;
}
