import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { coRegion } from "./co-region";
import type { CaseEvent } from "./events";
import { againstAdvice, askedAnew, disputedAnew, openDispute, type CaseContext } from "./machine-base";

const another = { guard: "isAnotherPerson" } as const;
/** Asked by whoever reviews: the county, then the lead department's first person. */
const correction = {
  REQUEST_CORRECTION: { target: "#correcting", guard: "mayCorrect", actions: "spendCorrection" },
} as const;

const settledBy = { target: "settled", actions: "forgetDisagreements" } as const;
const byHead = { HEAD_OVERRULED: settledBy, HEAD_UPHELD: "upheld" } as const;

const shared = { HEAD_UPHELD: { target: ".refusing", guard: openDispute, actions: "noteReviewer" } } as const;

/** `disputable`: whether co-departments are asked, whose disagreement the head may share. */
function leadRegion(disputable: boolean) {
  const decided = {
    REJECT: { target: "#rejected", actions: "noteDecider", ...another },
    SEND_BACK: { target: "reviewing", actions: "forgetReviewer", ...another },
  } as const;
  return {
    initial: "reviewing",
    always: { target: ".recommended", guard: againstAdvice },
    ...(disputable ? { on: shared } : {}),
    states: {
      reviewing: {
        on: {
          ...correction,
          RECOMMEND_APPROVAL: { target: "recommended", actions: "noteReviewer" },
          RECOMMEND_REJECTION: { target: "refusing", actions: "noteReviewer" },
        },
      },
      recommended: { on: { APPROVE: { target: "approved", guard: "mayApprove", actions: "noteDecider" }, ...decided } },
      refusing: { on: decided },
      approved: { id: "approved", type: "final" },
    },
  } as const;
}

function coRegionStates(departmentId: string) {
  const own = ({ event }: { event: CaseEvent }) => "departmentId" in event && event.departmentId === departmentId;
  const unsettled = ({ context, event }: { context: CaseContext; event: CaseEvent }) =>
    context.disagreeing.includes(departmentId) && "actorId" in event && event.actorId !== context.firstReviewerId;
  const settled = ({ context }: { context: CaseContext }) => !context.disagreeing.includes(departmentId);
  return {
    initial: "reviewing",
    on: { SEND_BACK: { target: ".reviewing", guard: unsettled, actions: "forgetDisagreements" } },
    states: {
      reviewing: {
        on: {
          CO_AGREE: { target: "agreed", guard: own },
          CO_DISAGREE: { target: "disagreed", guard: own, actions: "noteDisagreement" },
        },
      },
      agreed: { type: "final" },
      disagreed: { always: { target: "heard", guard: settled } },
      heard: { type: "final" },
    },
  } as const;
}

/**
 * What becomes of a co-department's disagreement: the departments confer, in a joint meeting or not, within a term; else, and
 * at any time, the head of the lead department decides. Until then nothing is approved; nobody holds a case up for ever.
 */
const accord = {
  initial: "none",
  always: [
    { target: ".conferring", guard: disputedAnew },
    { target: ".none", guard: askedAnew },
  ],
  states: {
    none: { id: "undisputed", type: "final" },
    conferring: {
      on: { MEETING_CALLED: "meeting", ...byHead, CONFERRAL_OVERDUE: "escalated" },
    },
    meeting: {
      on: { MEETING_AGREED: settledBy, MEETING_FAILED: "escalated", ...byHead, CONFERRAL_OVERDUE: "escalated" },
    },
    escalated: { on: byHead },
    upheld: { id: "upheld" },
    settled: { id: "settled", type: "final" },
  },
} as const;

/** Experts and visit at the same time; the departments decide when both are through. */
function assessment(experts: number, siteVisit: boolean) {
  const enough = ({ context }: { context: CaseContext }) => context.scoredBy.length >= experts;
  const panel = {
    initial: "scoring",
    states: {
      scoring: {
        always: { target: "scored", guard: enough },
        on: { EXPERT_SCORED: { guard: "hasNotScored", actions: "noteScore" } },
      },
      scored: { type: "final" },
    },
  } as const;
  const visit = { initial: "due", states: { due: { on: { VISITED: "done" } }, done: { type: "final" } } } as const;
  return {
    type: "parallel",
    onDone: "departments",
    states: { ...(experts > 0 ? { panel } : {}), ...(siteVisit ? { visit } : {}) },
  } as const;
}

/** Parts of the review, and the memory of where a correction interrupted it. */
export type ReviewPart = keyof ReturnType<typeof reviewState>["states"];

/** County pre-review, experts and visit where configured, then lead and co-departments in parallel. `next` follows approval. */
export function reviewState(config: RedemptionConfig, next: string) {
  const { experts = 0, siteVisit = false } = config;
  const assessed = experts > 0 || siteVisit;
  const afterCounty = assessed ? "assessment" : "departments";
  const disputable = config.coDepartmentIds.length > 0;
  const coStates = Object.fromEntries(config.coDepartmentIds.map((id) => [coRegion(id), coRegionStates(id)]));
  return {
    initial: config.countyPreReview ? "county" : afterCounty,
    on: { WITHDRAW: "#withdrawn" },
    states: {
      ...(config.countyPreReview ? { county: { on: { ...correction, PASS_COUNTY: afterCounty } } } : {}),
      ...(assessed ? { assessment: assessment(experts, siteVisit) } : {}),
      departments: {
        id: "departments",
        type: "parallel",
        states: { lead: leadRegion(disputable), ...coStates, ...(disputable ? { accord } : {}) },
        onDone: { target: `#${next}` },
      },
      memory: { type: "history", history: "deep" },
    },
  } as const;
}
