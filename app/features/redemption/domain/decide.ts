import { createActor, initialTransition, transition, type SnapshotFrom } from "xstate";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseEvent, CaseEventType } from "./events";
import { machineId, machineVersion, redemptionMachine, type CaseContext, type RedemptionMachine } from "./machine";

/** A snapshot as it is stored; the row beside it names machine, version and hash. */
export type StoredSnapshot = { value: unknown; context: CaseContext; historyValue?: unknown; status: string };

/** Top-level state of a case as lists, filters and words use it. */
export type CaseState =
  | "draft" | "countyReview" | "departmentReview" | "correcting" | "publicity" | "budgetCheck" | "awaitingBudget" | "payment" | "closed" | "rejected" | "withdrawn" | "lapsed";

export type Decision =
  | { ok: true; stored: StoredSnapshot; from: CaseState; to: CaseState; context: CaseContext; stands: (state: string) => boolean }
  | { ok: false; code: string; allowed: CaseEventType[] };

const events: readonly CaseEventType[] = [
  "SUBMIT", "WITHDRAW", "PASS_COUNTY", "RECOMMEND_APPROVAL", "RECOMMEND_REJECTION", "CO_AGREE", "CO_DISAGREE", "REQUEST_CORRECTION", "RESUBMIT", "CORRECTION_OVERDUE", "APPROVE", "REJECT",
  "SEND_BACK", "OBJECTION_RAISED", "OBJECTION_SETTLED", "PUBLICITY_ENDED", "BUDGET_RESERVED", "BUDGET_EXHAUSTED", "PAYMENT_BATCHED", "PAYMENT_UNBATCHED", "PAYMENT_PAID", "PAYMENT_RETURNED",
];

type Snapshot = SnapshotFrom<RedemptionMachine>;

/** What becomes of a case when an event arrives; nothing is carried out here. A stored null is a new draft. */
export function decide(config: RedemptionConfig, stored: StoredSnapshot | null, event: CaseEvent): Decision {
  const machine = redemptionMachine(config);
  const before = restore(machine, stored);
  if (!before.can(event)) return { ok: false, code: whyNot(before, event), allowed: events.filter((type) => samples(config, type).some((each) => before.can(each))) };
  const [after] = transition(machine, before, event);
  return { ok: true, stored: strip(machine.getPersistedSnapshot(after)), from: stateOf(before), to: stateOf(after), context: after.context, stands: standing(after) };
}

/** Where a stored case stands. */
export function readCase(config: RedemptionConfig, stored: StoredSnapshot | null) {
  const snapshot = restore(redemptionMachine(config), stored);
  return { state: stateOf(snapshot), context: snapshot.context, stands: standing(snapshot), can: (event: CaseEvent) => snapshot.can(event) };
}

/** A machine's own description as text; stored as hash with each case, so that another machine is noticed. */
export function machineText(config: RedemptionConfig): string {
  return JSON.stringify([machineId, machineVersion, redemptionMachine(config).config]);
}

function restore(machine: RedemptionMachine, stored: StoredSnapshot | null): Snapshot {
  if (!stored) return initialTransition(machine, undefined)[0];
  const snapshot = { ...stored, output: undefined, error: undefined, children: {} } as unknown as Snapshot;
  return createActor(machine, { snapshot }).getSnapshot();
}

function strip(snapshot: unknown): StoredSnapshot {
  const { value, context, historyValue, status } = snapshot as StoredSnapshot;
  return JSON.parse(JSON.stringify({ value, context, historyValue, status })) as StoredSnapshot;
}

function standing(snapshot: Snapshot) {
  const values = paths(snapshot.value);
  return (state: string) => values.some((path) => path === state || path.startsWith(`${state}.`));
}

function paths(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => paths(inner).map((path) => `${key}.${path}`));
}

function stateOf(snapshot: Snapshot): CaseState {
  const stands = standing(snapshot);
  if (stands("review.county")) return "countyReview";
  if (stands("review")) return "departmentReview";
  return (paths(snapshot.value)[0] ?? "").split(".")[0] as CaseState;
}

function whyNot(snapshot: Snapshot, event: CaseEvent): string {
  const { context } = snapshot;
  if (event.type === "REQUEST_CORRECTION" && context.correctionSpent) return "redemption.correction-spent";
  if (decides(event) && event.actorId === context.firstReviewerId && standing(snapshot)("review.departments")) return "redemption.same-person";
  if (event.type === "APPROVE" && context.disagreeing.length > 0 && standing(snapshot)("review.departments")) return "redemption.disagreement";
  if (event.type === "PUBLICITY_ENDED" && context.objectionOpen) return "redemption.objection-open";
  return "redemption.not-allowed";
}

type DecidingEvent = Extract<CaseEvent, { type: "APPROVE" | "REJECT" | "SEND_BACK" }>;

function decides(event: CaseEvent): event is DecidingEvent {
  return event.type === "APPROVE" || event.type === "REJECT" || event.type === "SEND_BACK";
}

function samples(config: RedemptionConfig, type: CaseEventType): CaseEvent[] {
  return ["", ...config.coDepartmentIds].map((departmentId) => ({ type, actorId: "", departmentId }) as CaseEvent);
}
