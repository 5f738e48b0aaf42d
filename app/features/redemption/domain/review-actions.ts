import type { CaseEvent } from "./events";
import type { TaskStage } from "./tasks";

/** What an official may do, the stage it belongs to, and whether it is a decision only an approver takes. */
export const reviewActions = {
  PASS_COUNTY: { stage: "countyReview", approver: false },
  RECOMMEND_APPROVAL: { stage: "leadReview", approver: false },
  RECOMMEND_REJECTION: { stage: "leadReview", approver: false },
  CO_AGREE: { stage: "coReview", approver: false },
  CO_DISAGREE: { stage: "coReview", approver: false },
  APPROVE: { stage: "leadApproval", approver: true },
  REJECT: { stage: "leadApproval", approver: true },
  SEND_BACK: { stage: "leadApproval", approver: true },
  REQUEST_CORRECTION: { stage: null, approver: false },
} as const satisfies Partial<Record<CaseEvent["type"], { stage: TaskStage | null; approver: boolean }>>;

export type ReviewAction = keyof typeof reviewActions;

export function isReviewAction(text: string): text is ReviewAction {
  return Object.hasOwn(reviewActions, text);
}

/** Stages whose holder may ask for correction. */
export const correctingStages: readonly string[] = ["countyReview", "leadReview"];

/** The event an official's action sends. */
export function eventOf(action: ReviewAction, actorId: string, departmentId: string): CaseEvent {
  return action === "CO_AGREE" || action === "CO_DISAGREE" ? { type: action, actorId, departmentId } : { type: action, actorId };
}

/** Actions open to an official: by the work the own office holds, by the machine, and by permission. */
export function openActions(stages: readonly string[], mayApprove: boolean, can: (event: CaseEvent) => boolean, actorId: string, departmentId: string): ReviewAction[] {
  return (Object.keys(reviewActions) as ReviewAction[]).filter((action) => {
    const { stage, approver } = reviewActions[action];
    const held = stage === null ? stages.some((each) => correctingStages.includes(each)) : stages.includes(stage);
    return held && (!approver || mayApprove) && can(eventOf(action, actorId, departmentId));
  });
}
