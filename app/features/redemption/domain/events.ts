import { caseSteps } from "./case-steps";

/** Who sends an event: the machine's guards compare persons. */
type By = { actorId: string };

/** Everything that can happen to a case. */
export type CaseEvent =
  | { type: "SUBMIT" }
  | { type: "WITHDRAW" }
  | { type: "DRAFT_OVERDUE" }
  | ({ type: "LISTED" } & By)
  | { type: "CREDIT_PASSED" }
  | { type: "CREDIT_FAILED" }
  | ({ type: "LIST_APPROVED" } & By)
  | ({ type: "LIST_REFUSED" } & By)
  | { type: "CONFIRMED" }
  | { type: "DECLINED" }
  | { type: "CONFIRM_OVERDUE" }
  | ({ type: "PASS_COUNTY" } & By)
  | ({ type: "EXPERT_SCORED" } & By)
  | ({ type: "VISITED" } & By)
  | ({ type: "RECOMMEND_APPROVAL" } & By)
  | ({ type: "RECOMMEND_REJECTION" } & By)
  | ({ type: "CO_AGREE"; departmentId: string } & By)
  | ({ type: "CO_DISAGREE"; departmentId: string } & By)
  | ({ type: "MEETING_CALLED" } & By)
  | ({ type: "MEETING_AGREED" } & By)
  | ({ type: "MEETING_FAILED" } & By)
  | ({ type: "HEAD_OVERRULED" } & By)
  | ({ type: "HEAD_UPHELD" } & By)
  | { type: "CONFERRAL_OVERDUE" }
  | ({ type: "REQUEST_CORRECTION" } & By)
  | { type: "RESUBMIT" }
  | { type: "CORRECTION_OVERDUE" }
  | ({ type: "APPROVE" } & By)
  | ({ type: "REJECT" } & By)
  | ({ type: "SEND_BACK" } & By)
  | ({ type: "SELECTED" } & By)
  | ({ type: "NOT_SELECTED" } & By)
  | { type: "OBJECTION_RAISED" }
  | ({ type: "OBJECTION_ADMITTED" } & By)
  /** `last`: no other objection of the case waits to be read */
  | ({ type: "OBJECTION_REFUSED"; last: boolean } & By)
  | { type: "OBJECTION_UNREAD" }
  | ({ type: "OBJECTION_SETTLED" } & By)
  | ({ type: "OBJECTION_UPHELD" } & By)
  | { type: "PUBLICITY_ENDED" }
  | { type: "BUDGET_RESERVED" }
  | { type: "BUDGET_EXHAUSTED" }
  | { type: "PAYMENT_BATCHED" }
  | { type: "PAYMENT_UNBATCHED" }
  | { type: "PAYMENT_PAID" }
  | { type: "PAYMENT_RETURNED" }
  | { type: "PAYMENT_REVERSED" }
  | { type: "RECONSIDERATION_ASKED" }
  | { type: "RECONSIDERATION_OVERDUE" }
  | ({ type: "DECISION_UPHELD" } & By)
  | ({ type: "DECISION_OVERTURNED" } & By)
  | { type: "RATED"; satisfied: boolean }
  | { type: "RATING_OVERDUE" }
  | ({ type: "FOLLOWED_UP" } & By)
  | ({ type: "CHECK_PASSED" } & By)
  | ({ type: "CHECK_FAILED" } & By)
  | ({ type: "RECOVERY_PROPOSED" } & By)
  | ({ type: "RECOVERY_CONFIRMED" } & By)
  | ({ type: "RECOVERY_DROPPED" } & By)
  | { type: "RECOVERED" };

export type CaseEventType = CaseEvent["type"];

/** Names of all events, in the order of a case's life. */
export const eventTypes: readonly CaseEventType[] = caseSteps;
