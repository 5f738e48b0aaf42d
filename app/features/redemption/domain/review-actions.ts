import type { Permission } from "~/access/permissions";
import type { CaseEvent } from "./events";
import type { TaskStage } from "./tasks";

const reviewer = { by: "review:application:department", reasoned: false } as const;
const approver = { by: "approve:application:department", reasoned: false } as const;
const head = { by: "manage:task:department", reasoned: false } as const;
const withReason = { reasoned: true } as const;

type Step = { stages: readonly TaskStage[]; by: Permission; reasoned: boolean };

/** What an official may do, the stages it belongs to, what permission it takes, and whether a reason must be given. */
export const reviewActions = {
  PASS_COUNTY: { stages: ["countyReview"], ...reviewer },
  VISITED: { stages: ["siteVisit"], ...reviewer, ...withReason },
  EXPERT_SCORED: { stages: ["expertScore"], by: "score:application:department", ...withReason },
  RECOMMEND_APPROVAL: { stages: ["leadReview"], ...reviewer },
  RECOMMEND_REJECTION: { stages: ["leadReview"], ...reviewer, ...withReason },
  CO_AGREE: { stages: ["coReview"], ...reviewer },
  CO_DISAGREE: { stages: ["coReview"], ...reviewer, ...withReason },
  MEETING_CALLED: { stages: ["conferral"], ...reviewer },
  MEETING_AGREED: { stages: ["conferral"], ...reviewer, ...withReason },
  MEETING_FAILED: { stages: ["conferral"], ...reviewer, ...withReason },
  HEAD_OVERRULED: { stages: ["conferral", "headDecision"], ...head, ...withReason },
  HEAD_UPHELD: { stages: ["conferral", "headDecision"], ...head, ...withReason },
  APPROVE: { stages: ["leadApproval"], ...approver },
  REJECT: { stages: ["leadApproval"], ...approver, ...withReason },
  SEND_BACK: { stages: ["leadApproval"], ...approver, ...withReason },
  LIST_APPROVED: { stages: ["listApproval"], ...approver },
  LIST_REFUSED: { stages: ["listApproval"], ...approver, ...withReason },
  OBJECTION_ADMITTED: { stages: ["admission"], ...reviewer, ...withReason },
  OBJECTION_REFUSED: { stages: ["admission"], ...reviewer, ...withReason },
  OBJECTION_SETTLED: { stages: ["objection"], ...reviewer, ...withReason },
  OBJECTION_UPHELD: { stages: ["objection"], ...reviewer, ...withReason },
  DECISION_UPHELD: { stages: ["reconsideration"], ...approver, ...withReason },
  DECISION_OVERTURNED: { stages: ["reconsideration"], ...approver, ...withReason },
  FOLLOWED_UP: { stages: ["followUp"], ...reviewer, ...withReason },
  CHECK_PASSED: { stages: ["afterCheck", "evaluation"], ...reviewer },
  CHECK_FAILED: { stages: ["afterCheck", "evaluation"], ...reviewer, ...withReason },
  RECOVERY_CONFIRMED: { stages: ["recoveryApproval"], ...approver },
  RECOVERY_DROPPED: { stages: ["recoveryApproval"], ...approver, ...withReason },
  REQUEST_CORRECTION: { stages: ["countyReview", "leadReview"], ...reviewer },
} as const satisfies Partial<Record<CaseEvent["type"], Step>>;

/** Steps that refuse a case, or advise to: they may name the conditions that are not met. */
export const refusals: ReadonlySet<string> = new Set(["REJECT", "LIST_REFUSED", "RECOMMEND_REJECTION"]);
/** The field of the form that names a condition: this and the condition's place. */
export const clauseField = "clause-";

/** The permissions with which one may do something of a stage's work. */
export function neededFor(stage: TaskStage): Permission[] {
  const steps: Step[] = Object.values(reviewActions);
  return [...new Set(steps.flatMap((step) => (step.stages.includes(stage) ? [step.by] : [])))];
}

export type ReviewAction = keyof typeof reviewActions;

export function isReviewAction(text: string): text is ReviewAction {
  return Object.hasOwn(reviewActions, text);
}

/** The event an official's action sends. `last`: of a refused objection, whether no other one waits to be read. */
export function eventOf(action: ReviewAction, actorId: string, departmentId: string, last = true): CaseEvent {
  if (action === "CO_AGREE" || action === "CO_DISAGREE") return { type: action, actorId, departmentId };
  return (action === "OBJECTION_REFUSED" ? { type: action, actorId, last } : { type: action, actorId }) as CaseEvent;
}

/** Actions open to an official: by the work the own office holds, by the machine, and by permission. */
export function openActions(
  stages: readonly string[],
  permissions: ReadonlySet<Permission>,
  can: (event: CaseEvent) => boolean,
  actorId: string,
  departmentId: string,
): ReviewAction[] {
  return (Object.keys(reviewActions) as ReviewAction[]).filter((action) => {
    const { stages: own, by }: Step = reviewActions[action];
    return (
      own.some((stage) => stages.includes(stage)) && permissions.has(by) && can(eventOf(action, actorId, departmentId))
    );
  });
}
