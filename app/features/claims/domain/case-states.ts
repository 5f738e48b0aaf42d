import type { NoticeKind } from "~/features/notices/domain/notice-kinds";

/** How far a case has come: with the firm, before the offices, chosen among others, decided for it, at the treasury, over. */
type Phase = "draft" | "review" | "selection" | "granted" | "payment" | "paid" | "unpaid";

type Description = {
  phase: Phase;
  /** a stay or a turn beside the line from draft to payment */
  beside?: true;
  /** the firm may change what it states */
  editable?: true;
  /** what the firm is told when its case comes here; null where it does so itself, or where it is for a moment */
  notice: NoticeKind | null;
  /** how it looks: good and bad are the outcomes, warn waits longer than it should */
  tone: "plain" | "info" | "warn" | "good" | "bad";
};

/** Every state of a case as lists, filters and words use them, in the order of its life. All sets of states follow from this. */
export const caseStateOf = {
  draft: { phase: "draft", editable: true, notice: null, tone: "plain" },
  creditCheck: { phase: "review", notice: null, tone: "info" },
  listApproval: { phase: "review", notice: null, tone: "info" },
  countyReview: { phase: "review", notice: "case.countyReview", tone: "info" },
  assessment: { phase: "review", notice: "case.assessment", tone: "info" },
  departmentReview: { phase: "review", notice: "case.departmentReview", tone: "info" },
  correcting: { phase: "review", beside: true, editable: true, notice: "case.correcting", tone: "warn" },
  ranking: { phase: "selection", notice: "case.ranking", tone: "info" },
  publicity: { phase: "granted", notice: "case.publicity", tone: "info" },
  confirming: { phase: "granted", notice: "case.confirming", tone: "info" },
  budgetCheck: { phase: "granted", notice: null, tone: "info" },
  awaitingBudget: { phase: "granted", beside: true, notice: "case.awaitingBudget", tone: "warn" },
  payment: { phase: "payment", notice: "case.payment", tone: "info" },
  closed: { phase: "paid", notice: "case.closed", tone: "good" },
  rejected: { phase: "unpaid", beside: true, notice: "case.rejected", tone: "bad" },
  reconsidering: { phase: "review", beside: true, notice: "case.reconsidering", tone: "info" },
  withdrawn: { phase: "unpaid", beside: true, notice: null, tone: "plain" },
  lapsed: { phase: "unpaid", beside: true, notice: "case.lapsed", tone: "bad" },
} as const satisfies Readonly<Record<string, Description>>;

export type CaseState = keyof typeof caseStateOf;

export const caseStates = Object.keys(caseStateOf) as readonly CaseState[];

/** The description of a state; undefined for a text that names none. */
export function describeState(state: string): Description | undefined {
  return Object.hasOwn(caseStateOf, state) ? caseStateOf[state as CaseState] : undefined;
}

/** The states of some phases, or those of them that something else holds of. */
export function statesIn(phases: readonly Phase[], holds: (description: Description) => boolean = () => true) {
  return caseStates.filter((state) => phases.includes(caseStateOf[state].phase) && holds(caseStateOf[state]));
}

/** States in which a case is over: only the money it left counts. */
export const endedStates = statesIn(["paid", "unpaid"]);

/** Whether a case is over. */
export function hasEnded(state: string): boolean {
  return isOneOf(endedStates, state);
}

/** States in which the firm may change what it states. */
export const editableStates = caseStates.filter((state) => "editable" in caseStateOf[state]);

/** Whether the firm may change what it states. */
export function isEditable(state: string): boolean {
  return isOneOf(editableStates, state);
}

/** Whether a state, as it is stored, is one of these. */
export function isOneOf(states: readonly CaseState[], state: string): boolean {
  return (states as readonly string[]).includes(state);
}
