/** Where an upheld objection or a won reconsideration takes the case up again. */
export type Again = { target: string; actions: readonly ("forgetDecision" | "forgetDecider")[] };

/**
 * An objection stops everything but the reservation from the moment it is raised. Somebody who decided nothing reads it and
 * admits or refuses it; unread within its term it is admitted. An admitted one is settled by somebody who decided nothing; what
 * is raised meanwhile is looked into with it.
 */
export function publicityState(next: string, again: Again) {
  return {
    id: "publicity",
    initial: "running",
    on: { BUDGET_RESERVED: { actions: "noteReserved" } },
    states: {
      running: { on: { OBJECTION_RAISED: "screening", PUBLICITY_ENDED: `#${next}` } },
      screening: {
        on: {
          OBJECTION_RAISED: "screening",
          OBJECTION_ADMITTED: { target: "disputed", guard: "isUninvolved" },
          OBJECTION_REFUSED: [
            { target: "running", guard: "isUninvolvedAndLast" },
            { target: "screening", guard: "isUninvolved" },
          ],
          OBJECTION_UNREAD: "disputed",
        },
      },
      disputed: {
        on: {
          OBJECTION_RAISED: "disputed",
          OBJECTION_SETTLED: { target: "running", guard: "isUninvolved" },
          OBJECTION_UPHELD: {
            target: again.target,
            guard: "isUninvolved",
            actions: ["forgetReserved", ...again.actions],
          },
        },
      },
    },
  } as const;
}

/**
 * Budget and payment, the same for all workflows. Money that came back after it was paid takes the case here again, and
 * what had followed goes on afterwards.
 */
export const moneyStates = {
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
} as const;

const rating = {
  initial: "open",
  states: {
    open: {
      on: { RATED: [{ target: "followUp", guard: "isDissatisfied" }, { target: "done" }], RATING_OVERDUE: "done" },
    },
    followUp: { on: { FOLLOWED_UP: "done" } },
    done: {},
  },
} as const;

/** Only while nobody asks the money back: what comes back then settles what the firm owes. */
const returned = { PAYMENT_RETURNED: "#paymentDue", PAYMENT_REVERSED: "#paymentDue" } as const;

/** Where rating and check stood when the money came back. */
const memory = { id: "followed", type: "history", history: "deep", target: "#closed" } as const;

const proposed = { target: "proposed", actions: "noteRecoverer" } as const;

/** Money that was paid is asked back by one person and confirmed by another. */
const recovering = {
  proposed: {
    on: {
      RECOVERY_CONFIRMED: { target: "demanded", guard: "isAnotherRecoverer" },
      RECOVERY_DROPPED: { target: "kept", guard: "isAnotherRecoverer" },
    },
  },
  demanded: { on: { RECOVERED: "recovered" } },
  recovered: {},
} as const;

const check = {
  initial: "due",
  states: { due: { id: "checkDue", on: { CHECK_PASSED: "passed", CHECK_FAILED: "failed" } }, passed: {}, failed: {} },
} as const;

/** Paid without an application: the firm rates, money may be recovered. */
export const closedState = {
  id: "closed",
  type: "parallel",
  states: {
    rating,
    money: { initial: "kept", states: { kept: { on: { ...returned, RECOVERY_PROPOSED: proposed } }, ...recovering } },
    memory,
  },
} as const;

/** Paid on an application: besides, the office checks afterwards what was promised, or evaluates the effect. */
export const checkedState = {
  id: "closed",
  type: "parallel",
  states: {
    rating,
    check,
    money: {
      initial: "kept",
      states: {
        kept: { on: { ...returned, RECOVERY_PROPOSED: proposed, CHECK_FAILED: { ...proposed, guard: "isCheckDue" } } },
        ...recovering,
      },
    },
    memory,
  },
} as const;

/** What is refused can be asked about once within the term; somebody who decided nothing answers. */
export function refusalStates(again: Again) {
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
    withdrawn: { id: "withdrawn", type: "final" },
    lapsed: { id: "lapsed", type: "final" },
  } as const;
}
