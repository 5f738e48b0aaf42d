import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { coRegion } from "../co-region";

const context = {
  firstReviewerId: null,
  deciderId: null,
  correctionSpent: false,
  reserved: false,
  disagreeing: [],
  scoredBy: [],
  reconsidered: false,
  recoveryById: null,
};
const ended = { withdrawn: { id: "withdrawn", type: "final" }, lapsed: { id: "lapsed", type: "final" } };

const correction = { REQUEST_CORRECTION: { target: "#correcting", guard: "mayCorrect", actions: "spendCorrection" } };
const decided = {
  REJECT: { target: "#rejected", actions: "noteDecider", guard: "isAnotherPerson" },
  SEND_BACK: { target: "reviewing", actions: "forgetReviewer", guard: "isAnotherPerson" },
};
const lead = {
  initial: "reviewing",
  always: { target: ".recommended" },
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
};
const coDepartment = {
  initial: "reviewing",
  states: {
    reviewing: {
      on: { CO_AGREE: { target: "agreed" }, CO_DISAGREE: { target: "disagreed", actions: "noteDisagreement" } },
    },
    agreed: { type: "final" },
    disagreed: { on: { SEND_BACK: { target: "reviewing", guard: "isAnotherPerson", actions: "forgetDisagreements" } } },
  },
};

function assessment(experts: number, siteVisit: boolean) {
  const panel = {
    initial: "scoring",
    states: {
      scoring: { always: { target: "scored" }, on: { EXPERT_SCORED: { guard: "hasNotScored", actions: "noteScore" } } },
      scored: { type: "final" },
    },
  };
  const visit = { initial: "due", states: { due: { on: { VISITED: "done" } }, done: { type: "final" } } };
  return {
    type: "parallel",
    onDone: "departments",
    states: { ...(experts > 0 ? { panel } : {}), ...(siteVisit ? { visit } : {}) },
  };
}

function review({ experts = 0, siteVisit = false, coDepartmentIds, countyPreReview }: RedemptionConfig, next: string) {
  const assessed = experts > 0 || siteVisit;
  const afterCounty = assessed ? "assessment" : "departments";
  return {
    initial: countyPreReview ? "county" : afterCounty,
    on: { WITHDRAW: "#withdrawn" },
    states: {
      ...(countyPreReview ? { county: { on: { ...correction, PASS_COUNTY: afterCounty } } } : {}),
      ...(assessed ? { assessment: assessment(experts, siteVisit) } : {}),
      departments: {
        id: "departments",
        type: "parallel",
        states: { lead, ...Object.fromEntries(coDepartmentIds.map((id) => [coRegion(id), coDepartment])) },
        onDone: { target: `#${next}` },
      },
      memory: { type: "history", history: "deep" },
    },
  };
}

type Again = { target: string; actions: string[] };

function publicity(next: string, again: Again) {
  return {
    id: "publicity",
    initial: "running",
    on: { BUDGET_RESERVED: { actions: "noteReserved" } },
    states: {
      running: { on: { OBJECTION_RAISED: "disputed", PUBLICITY_ENDED: `#${next}` } },
      disputed: {
        on: {
          OBJECTION_SETTLED: { target: "running", guard: "isUninvolved" },
          OBJECTION_UPHELD: {
            target: again.target,
            guard: "isUninvolved",
            actions: ["forgetReserved", ...again.actions],
          },
        },
      },
    },
  };
}

const money = {
  budgetCheck: {
    id: "budgetCheck",
    always: { target: "payment", guard: "isReserved" },
    on: { BUDGET_RESERVED: { target: "payment", actions: "noteReserved" }, BUDGET_EXHAUSTED: "awaitingBudget" },
  },
  awaitingBudget: { on: { BUDGET_RESERVED: { target: "payment", actions: "noteReserved" } } },
  payment: {
    initial: "due",
    states: {
      due: { id: "paymentDue", on: { PAYMENT_BATCHED: "batched" } },
      batched: { on: { PAYMENT_PAID: "#followed", PAYMENT_RETURNED: "due", PAYMENT_UNBATCHED: "due" } },
    },
  },
};

const rating = {
  initial: "open",
  states: {
    open: {
      on: { RATED: [{ target: "followUp", guard: "isDissatisfied" }, { target: "done" }], RATING_OVERDUE: "done" },
    },
    followUp: { on: { FOLLOWED_UP: "done" } },
    done: {},
  },
};
const check = {
  initial: "due",
  states: { due: { id: "checkDue", on: { CHECK_PASSED: "passed", CHECK_FAILED: "failed" } }, passed: {}, failed: {} },
};
const memory = { id: "followed", type: "history", history: "deep", target: "#closed" };
const proposed = { target: "proposed", actions: "noteRecoverer" };

function kept(isChecked: boolean) {
  return {
    initial: "kept",
    states: {
      kept: {
        on: {
          PAYMENT_RETURNED: "#paymentDue",
          RECOVERY_PROPOSED: proposed,
          ...(isChecked ? { CHECK_FAILED: { ...proposed, guard: "isCheckDue" } } : {}),
        },
      },
      proposed: {
        on: {
          RECOVERY_CONFIRMED: { target: "demanded", guard: "isAnotherRecoverer" },
          RECOVERY_DROPPED: { target: "kept", guard: "isAnotherRecoverer" },
        },
      },
      demanded: { on: { RECOVERED: "recovered" } },
      recovered: {},
    },
  };
}

function refusal(again: Again) {
  return {
    rejected: {
      id: "rejected",
      initial: "open",
      states: {
        open: {
          on: {
            RECONSIDERATION_ASKED: { target: "#reconsidering", guard: "mayReconsider" },
            RECONSIDERATION_OVERDUE: "final",
          },
        },
        final: { id: "refused" },
      },
    },
    reconsidering: {
      id: "reconsidering",
      on: {
        DECISION_UPHELD: { target: "#refused", guard: "isUninvolved", actions: "noteReconsidered" },
        DECISION_OVERTURNED: {
          target: again.target,
          guard: "isUninvolved",
          actions: ["noteReconsidered", ...again.actions],
        },
      },
    },
  };
}

function applied(config: RedemptionConfig) {
  const isPublic = config.publicityWorkingDays > 0;
  const afterRanking = isPublic ? "publicity" : "budgetCheck";
  const again = { target: "#departments", actions: ["forgetDecision"] };
  const ranking = {
    id: "ranking",
    on: {
      SELECTED: `#${afterRanking}`,
      NOT_SELECTED: { target: "#rejected", actions: "noteDecider" },
      WITHDRAW: "#withdrawn",
    },
  };
  return {
    draft: { on: { SUBMIT: "review", WITHDRAW: "withdrawn", DRAFT_OVERDUE: "lapsed" } },
    review: review(config, config.batch ? "ranking" : afterRanking),
    correcting: {
      id: "correcting",
      on: { RESUBMIT: "review.memory", WITHDRAW: "withdrawn", CORRECTION_OVERDUE: "lapsed" },
    },
    ...(config.batch ? { ranking } : {}),
    ...(isPublic ? { publicity: publicity("budgetCheck", again) } : {}),
    ...money,
    closed: { id: "closed", type: "parallel", states: { rating, check, money: kept(true), memory } },
    ...refusal(again),
    ...ended,
  };
}

function listed({ publicityWorkingDays }: RedemptionConfig) {
  const isPublic = publicityWorkingDays > 0;
  const again = { target: "#listApproval", actions: ["forgetDecider"] };
  return {
    draft: { on: { LISTED: { target: "creditCheck", actions: "noteReviewer" } } },
    creditCheck: { on: { CREDIT_PASSED: "listApproval", CREDIT_FAILED: "rejected" } },
    listApproval: {
      id: "listApproval",
      on: {
        LIST_APPROVED: {
          target: isPublic ? "publicity" : "confirming",
          guard: "isAnotherPerson",
          actions: "noteDecider",
        },
        LIST_REFUSED: { target: "rejected", guard: "isAnotherPerson", actions: "noteDecider" },
      },
    },
    ...(isPublic ? { publicity: publicity("confirming", again) } : {}),
    confirming: {
      id: "confirming",
      on: {
        CONFIRMED: "budgetCheck",
        DECLINED: "withdrawn",
        CONFIRM_OVERDUE: "lapsed",
        BUDGET_RESERVED: { actions: "noteReserved" },
      },
    },
    ...money,
    closed: { id: "closed", type: "parallel", states: { rating, money: kept(false), memory } },
    ...refusal(again),
    ...ended,
  };
}

/**
 * The workflows as they were in their third version, as plain description; never changed, so that the hash of an old
 * case can still be checked.
 */
export function machineConfigThree(config: RedemptionConfig): object {
  const id = config.workflow ?? "reviewed";
  return { id, context, initial: "draft", states: id === "applyFree" ? listed(config) : applied(config) };
}
