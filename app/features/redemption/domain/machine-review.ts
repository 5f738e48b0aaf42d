import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { coRegion } from "./co-region";
import type { CaseEvent } from "./events";
import { againstAdvice, type CaseContext } from "./machine-base";

const another = { guard: "isAnotherPerson" } as const;
/** Asked by whoever reviews: the county, then the lead department's first person. */
const correction = {
  REQUEST_CORRECTION: { target: "#correcting", guard: "mayCorrect", actions: "spendCorrection" },
} as const;

function leadRegion() {
  const decided = {
    REJECT: { target: "#rejected", actions: "noteDecider", ...another },
    SEND_BACK: { target: "reviewing", actions: "forgetReviewer", ...another },
  } as const;
  return {
    initial: "reviewing",
    always: { target: ".recommended", guard: againstAdvice },
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
  return {
    initial: "reviewing",
    states: {
      reviewing: {
        on: {
          CO_AGREE: { target: "agreed", guard: own },
          CO_DISAGREE: { target: "disagreed", guard: own, actions: "noteDisagreement" },
        },
      },
      agreed: { type: "final" },
      disagreed: {
        on: { SEND_BACK: { target: "reviewing", guard: "isAnotherPerson", actions: "forgetDisagreements" } },
      },
    },
  } as const;
}

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

/** County pre-review, experts and visit where configured, then lead and co-departments in parallel. `next` follows approval. */
export function reviewState(config: RedemptionConfig, next: string) {
  const { experts = 0, siteVisit = false } = config;
  const assessed = experts > 0 || siteVisit;
  const afterCounty = assessed ? "assessment" : "departments";
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
        states: { lead: leadRegion(), ...coStates },
        onDone: { target: `#${next}` },
      },
      memory: { type: "history", history: "deep" },
    },
  } as const;
}
