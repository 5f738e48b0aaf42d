import { and, assign, setup, stateIn } from "xstate";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { coRegion } from "../co-region";
import type { CaseEvent } from "../events";

export type CaseContextOne = {
  /** who recommended; the approver must be somebody else */
  firstReviewerId: string | null;
  correctionSpent: boolean;
  objectionOpen: boolean;
  reserved: boolean;
  disagreeing: string[];
};

const base = setup({
  types: { context: {} as CaseContextOne, events: {} as CaseEvent },
  guards: {
    isAnotherPerson: ({ context, event }) => "actorId" in event && event.actorId !== context.firstReviewerId,
    mayApprove: ({ context, event }) =>
      "actorId" in event && event.actorId !== context.firstReviewerId && context.disagreeing.length === 0,
    mayCorrect: ({ context }) => !context.correctionSpent,
    isUndisputed: ({ context }) => !context.objectionOpen,
    isDisputed: ({ context }) => context.disagreeing.length > 0,
    isApproved: stateIn("#approved"),
    isReserved: ({ context }) => context.reserved,
  },
  actions: {
    noteReviewer: assign({
      firstReviewerId: ({ event, context }) => ("actorId" in event ? event.actorId : context.firstReviewerId),
    }),
    forgetReviewer: assign({ firstReviewerId: null }),
    spendCorrection: assign({ correctionSpent: true }),
    openObjection: assign({ objectionOpen: true }),
    settleObjection: assign({ objectionOpen: false }),
    noteReserved: assign({ reserved: true }),
    forgetDisagreements: assign({ disagreeing: [] }),
    noteDisagreement: assign({
      disagreeing: ({ context, event }) =>
        event.type === "CO_DISAGREE" ? [...context.disagreeing, event.departmentId] : context.disagreeing,
    }),
  },
});

function leadRegion() {
  return {
    initial: "reviewing",
    always: { target: ".recommended", guard: and(["isApproved", "isDisputed"]) },
    states: {
      reviewing: {
        on: {
          RECOMMEND_APPROVAL: { target: "recommended", actions: "noteReviewer" },
          RECOMMEND_REJECTION: { target: "refusing", actions: "noteReviewer" },
        },
      },
      recommended: {
        on: {
          APPROVE: { target: "approved", guard: "mayApprove" },
          REJECT: { target: "#rejected", guard: "isAnotherPerson" },
          SEND_BACK: { target: "reviewing", guard: "isAnotherPerson", actions: "forgetReviewer" },
        },
      },
      refusing: {
        on: {
          REJECT: { target: "#rejected", guard: "isAnotherPerson" },
          SEND_BACK: { target: "reviewing", guard: "isAnotherPerson", actions: "forgetReviewer" },
        },
      },
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

/** The reviewed workflow as it was in its first version; never changed, so that the hash of an old case can still be checked. */
export function reviewedMachineOne(config: RedemptionConfig) {
  const coStates = Object.fromEntries(config.coDepartmentIds.map((id) => [coRegion(id), coRegionStates(id)]));
  const afterApproval = config.publicityWorkingDays > 0 ? "publicity" : "budgetCheck";
  const initialReview = config.countyPreReview ? "county" : "departments";
  return base.createMachine({
    id: "reviewed",
    context: { firstReviewerId: null, correctionSpent: false, objectionOpen: false, reserved: false, disagreeing: [] },
    initial: "draft",
    states: {
      draft: { on: { SUBMIT: "review", WITHDRAW: "withdrawn" } },
      review: {
        initial: initialReview,
        on: {
          WITHDRAW: "withdrawn",
          REQUEST_CORRECTION: { target: "correcting", guard: "mayCorrect", actions: "spendCorrection" },
        },
        states: {
          county: { on: { PASS_COUNTY: "departments" } },
          departments: {
            type: "parallel",
            states: { lead: leadRegion(), ...coStates },
            onDone: { target: `#${afterApproval}` },
          },
          memory: { type: "history", history: "deep" },
        },
      },
      correcting: { on: { RESUBMIT: "review.memory", WITHDRAW: "withdrawn", CORRECTION_OVERDUE: "lapsed" } },
      publicity: {
        id: "publicity",
        on: {
          OBJECTION_RAISED: { actions: "openObjection" },
          OBJECTION_SETTLED: { actions: "settleObjection" },
          BUDGET_RESERVED: { actions: "noteReserved" },
          PUBLICITY_ENDED: { target: "budgetCheck", guard: "isUndisputed" },
        },
      },
      budgetCheck: {
        id: "budgetCheck",
        always: { target: "payment", guard: "isReserved" },
        on: { BUDGET_RESERVED: { target: "payment", actions: "noteReserved" }, BUDGET_EXHAUSTED: "awaitingBudget" },
      },
      awaitingBudget: { on: { BUDGET_RESERVED: { target: "payment", actions: "noteReserved" } } },
      payment: {
        initial: "due",
        states: {
          due: { on: { PAYMENT_BATCHED: "batched" } },
          batched: { on: { PAYMENT_PAID: "#closed", PAYMENT_RETURNED: "due", PAYMENT_UNBATCHED: "due" } },
        },
      },
      closed: { id: "closed", type: "final" },
      rejected: { id: "rejected", type: "final" },
      withdrawn: { type: "final" },
      lapsed: { type: "final" },
    },
  });
}
