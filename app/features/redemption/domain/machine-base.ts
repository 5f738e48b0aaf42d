import { and, assign, not, or, setup, stateIn } from "xstate";
import type { CaseEvent } from "./events";

/** What a case remembers beside its state; JSON, so that it can be stored. */
export type CaseContext = {
  /** who recommended or listed; the approver must be somebody else */
  firstReviewerId: string | null;
  /** who approved or refused; neither of the two investigates an objection or reconsiders */
  deciderId: string | null;
  correctionSpent: boolean;
  reserved: boolean;
  /** co-departments against it, in the order of their names */
  disagreeing: string[];
  /** experts who have scored, in the order of their ids */
  scoredBy: string[];
  reconsidered: boolean;
  /** who asked for the money back; somebody else confirms */
  recoveryById: string | null;
};

export const blankContext: CaseContext = {
  firstReviewerId: null,
  deciderId: null,
  correctionSpent: false,
  reserved: false,
  disagreeing: [],
  scoredBy: [],
  reconsidered: false,
  recoveryById: null,
};

const actorOf = (event: CaseEvent): string | null => ("actorId" in event ? event.actorId : null);
const isUninvolved = ({ firstReviewerId, deciderId }: CaseContext, event: CaseEvent): boolean =>
  "actorId" in event && event.actorId !== firstReviewerId && event.actorId !== deciderId;
const withOne = (list: readonly string[], one: string): string[] => [...new Set([...list, one])].sort();

/** Guards and actions of all workflows; every guard reads the context alone. */
export const base = setup({
  types: { context: {} as CaseContext, events: {} as CaseEvent },
  guards: {
    isAnotherPerson: ({ context, event }) => "actorId" in event && event.actorId !== context.firstReviewerId,
    mayApprove: ({ context, event }) =>
      "actorId" in event && event.actorId !== context.firstReviewerId && context.disagreeing.length === 0,
    isUninvolved: ({ context, event }) => isUninvolved(context, event),
    isUninvolvedAndLast: ({ context, event }) =>
      event.type === "OBJECTION_REFUSED" && event.last && isUninvolved(context, event),
    mayCorrect: ({ context }) => !context.correctionSpent,
    isDisputed: ({ context }) => context.disagreeing.length > 0,
    isApproved: stateIn("#approved"),
    isReserved: ({ context }) => context.reserved,
    hasNotScored: ({ context, event }) => "actorId" in event && !context.scoredBy.includes(event.actorId),
    mayReconsider: ({ context }) => !context.reconsidered,
    isDissatisfied: ({ event }) => event.type === "RATED" && !event.satisfied,
    isCheckDue: stateIn("#checkDue"),
    isAnotherRecoverer: ({ context, event }) => "actorId" in event && event.actorId !== context.recoveryById,
  },
  actions: {
    noteReviewer: assign({ firstReviewerId: ({ event, context }) => actorOf(event) ?? context.firstReviewerId }),
    forgetReviewer: assign({ firstReviewerId: null }),
    noteDecider: assign({ deciderId: ({ event, context }) => actorOf(event) ?? context.deciderId }),
    forgetDecision: assign({ firstReviewerId: null, deciderId: null, disagreeing: [] }),
    forgetDecider: assign({ deciderId: null }),
    spendCorrection: assign({ correctionSpent: true }),
    noteReserved: assign({ reserved: true }),
    forgetReserved: assign({ reserved: false }),
    forgetDisagreements: assign({ disagreeing: [] }),
    noteDisagreement: assign({
      disagreeing: ({ context, event }) =>
        event.type === "CO_DISAGREE" ? withOne(context.disagreeing, event.departmentId) : context.disagreeing,
    }),
    noteScore: assign({
      scoredBy: ({ context, event }) =>
        event.type === "EXPERT_SCORED" ? withOne(context.scoredBy, event.actorId) : context.scoredBy,
    }),
    noteReconsidered: assign({ reconsidered: true }),
    noteRecoverer: assign({ recoveryById: ({ event, context }) => actorOf(event) ?? context.recoveryById }),
  },
});

const isAtRest = or([stateIn("#undisputed"), stateIn("#settled")]);
/** A co-department is against it, and nobody confers about that yet. */
export const disputedAnew = and([isAtRest, "isDisputed"]);
/** Sent back: those who were against it are asked once more. */
export const askedAnew = and([not(isAtRest), not("isDisputed")]);
/** A disagreement that the head has not shared yet. */
export const openDispute = and(["isDisputed", not(stateIn("#upheld"))]);

/** Approved by the lead while a co-department is against it. */
export const againstAdvice = and(["isApproved", "isDisputed"]);
