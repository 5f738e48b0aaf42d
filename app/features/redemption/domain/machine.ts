import type { RedemptionConfig, Workflow } from "~/features/policies/domain/redemption-config";
import { base, blankContext } from "./machine-base";
import { reviewState } from "./machine-review";
import { checkedState, closedState, moneyStates, publicityState, refusalStates, type Again } from "./machine-tail";

/** Raised at every change of a machine; see `migrate-snapshot.ts` for what becomes of cases under way. */
export const machineVersion = 4;

/** Name of the machine an item runs on; it stands in the case's row. */
export function machineIdOf(config: Pick<RedemptionConfig, "workflow">): Workflow {
  return config.workflow ?? "reviewed";
}

/**
 * The reviewed and the fast-track workflow: county, experts and visit where configured, departments in parallel, the
 * yearly round, publicity, budget, payment, and what may follow. Corrections come back to where they were asked.
 */
function applicationStates(config: RedemptionConfig) {
  const afterRanking = config.publicityWorkingDays > 0 ? "publicity" : "budgetCheck";
  const afterApproval = config.batch ? "ranking" : afterRanking;
  const again: Again = { target: "#departments", actions: ["forgetDecision"] };
  const ranking = {
    id: "ranking",
    on: {
      SELECTED: `#${afterRanking}`,
      NOT_SELECTED: { target: "#rejected", actions: "noteDecider" },
      WITHDRAW: "#withdrawn",
    },
  } as const;
  return {
    draft: { on: { SUBMIT: "review", WITHDRAW: "withdrawn", DRAFT_OVERDUE: "lapsed" } },
    review: reviewState(config, afterApproval),
    correcting: {
      id: "correcting",
      on: { RESUBMIT: "review.memory", WITHDRAW: "withdrawn", CORRECTION_OVERDUE: "lapsed" },
    },
    ...(config.batch ? { ranking } : {}),
    ...(config.publicityWorkingDays > 0 ? { publicity: publicityState("budgetCheck", again) } : {}),
    ...moneyStates,
    closed: checkedState,
    ...refusalStates(again),
  } as const;
}

/** Apply-free: the department's list, credit check, a second person, publicity, the firm's one click, budget, payment. */
function listStates(config: RedemptionConfig) {
  const again: Again = { target: "#listApproval", actions: ["forgetDecider"] };
  const afterApproval = config.publicityWorkingDays > 0 ? "publicity" : "confirming";
  return {
    draft: { on: { LISTED: { target: "creditCheck", actions: "noteReviewer" } } },
    creditCheck: { on: { CREDIT_PASSED: "listApproval", CREDIT_FAILED: "rejected" } },
    listApproval: {
      id: "listApproval",
      on: {
        LIST_APPROVED: { target: afterApproval, guard: "isAnotherPerson", actions: "noteDecider" },
        LIST_REFUSED: { target: "rejected", guard: "isAnotherPerson", actions: "noteDecider" },
      },
    },
    ...(config.publicityWorkingDays > 0 ? { publicity: publicityState("confirming", again) } : {}),
    confirming: {
      id: "confirming",
      on: {
        CONFIRMED: "budgetCheck",
        DECLINED: "withdrawn",
        CONFIRM_OVERDUE: "lapsed",
        BUDGET_RESERVED: { actions: "noteReserved" },
      },
    },
    ...moneyStates,
    closed: closedState,
    ...refusalStates(again),
  } as const;
}

/** The outermost states of all machines. */
export type TopState = keyof ReturnType<typeof applicationStates> | keyof ReturnType<typeof listStates>;

function machineWith(config: RedemptionConfig, states: ReturnType<typeof applicationStates>) {
  return base.createMachine({ id: machineIdOf(config), context: blankContext, initial: "draft", states });
}

export type RedemptionMachine = ReturnType<typeof machineWith>;

const built = new Map<string, RedemptionMachine>();

/** The machine of an item; items that are redeemed alike share one, since building it takes longer than a step. */
export function redemptionMachine(config: RedemptionConfig): RedemptionMachine {
  const { workflow, countyPreReview, coDepartmentIds, publicityWorkingDays, experts, siteVisit, batch } = config;
  const key = JSON.stringify([
    workflow,
    countyPreReview,
    coDepartmentIds,
    publicityWorkingDays > 0,
    experts,
    siteVisit,
    Boolean(batch),
  ]);
  const known = built.get(key);
  if (known) return known;
  const states =
    workflow === "applyFree"
      ? (listStates(config) as unknown as ReturnType<typeof applicationStates>)
      : applicationStates(config);
  const machine = machineWith(config, states);
  built.set(key, machine);
  return machine;
}
