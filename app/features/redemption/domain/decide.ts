import { createActor, initialTransition, transition, type SnapshotFrom } from "xstate";
import { caseStateOf, type CaseState } from "~/features/claims/domain/case-states";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { eventTypes, type CaseEvent, type CaseEventType } from "./events";
import { machineIdOf, machineVersion, redemptionMachine, type RedemptionMachine } from "./machine";
import type { CaseContext } from "./machine-base";
import { migrateSnapshot, type StoredSnapshot } from "./migrate-snapshot";
import { stateAt } from "./state-at";
import { reviewedMachineOne } from "./versions/reviewed-1";
import { machineConfigTwo } from "./versions/version-2";
import { machineConfigThree } from "./versions/version-3";

export type { StoredSnapshot } from "./migrate-snapshot";

/** A step as the machine took it: the states, what the case remembered before and remembers now, and where it stands. */
export type Taken = {
  from: CaseState;
  to: CaseState;
  was: CaseContext;
  context: CaseContext;
  isIn: (state: string) => boolean;
};

export type Decision =
  ({ ok: true; stored: StoredSnapshot } & Taken) | { ok: false; code: string; allowed: CaseEventType[] };

type Snapshot = SnapshotFrom<RedemptionMachine>;

/** What becomes of a case when an event arrives; nothing is carried out here. A stored null is a new draft. */
export function decide(config: RedemptionConfig, stored: StoredSnapshot | null, event: CaseEvent): Decision {
  const machine = redemptionMachine(config);
  const before = restore(machine, stored);
  if (!before.can(event))
    return {
      ok: false,
      code: whyNot(before, event),
      allowed: eventTypes.filter((type) => samples(config, type).some((each) => before.can(each))),
    };
  const [after] = transition(machine, before, event);
  return { ok: true, stored: strip(machine.getPersistedSnapshot(after)), ...takenStep(before, after) };
}

/** What the step from one snapshot of a case to the next is. */
export function takenStep(before: Snapshot, after: Snapshot): Taken {
  return {
    from: stateOf(before),
    to: stateOf(after),
    was: before.context,
    context: after.context,
    isIn: standing(after),
  };
}

/** Where a stored case stands. */
export function readCase(config: RedemptionConfig, stored: StoredSnapshot | null) {
  const snapshot = restore(redemptionMachine(config), stored);
  return {
    state: stateOf(snapshot),
    context: snapshot.context,
    isIn: standing(snapshot),
    can: (event: CaseEvent) => snapshot.can(event),
  };
}

/** Whether a case was decided for the firm and no money could be set aside for it yet. */
export function isUnfunded({ state, context }: Pick<ReturnType<typeof readCase>, "state" | "context">): boolean {
  return caseStateOf[state].phase === "granted" && !context.reserved;
}

const texts = new WeakMap<RedemptionMachine, string>();

/**
 * A machine's own description as text; stored as hash with each case, so that another machine is noticed. Null for a
 * version nobody knows.
 */
export function machineText(config: RedemptionConfig, version = machineVersion): string | null {
  if (version === machineVersion) return presentText(config);
  if (version === 3) return JSON.stringify([machineIdOf(config), 3, machineConfigThree(config)]);
  if (version === 2) return JSON.stringify([machineIdOf(config), 2, machineConfigTwo(config)]);
  return version === 1 ? JSON.stringify(["reviewed", 1, reviewedMachineOne(config).config]) : null;
}

function presentText(config: RedemptionConfig): string {
  const machine = redemptionMachine(config);
  const text = texts.get(machine) ?? JSON.stringify([machineIdOf(config), machineVersion, machine.config]);
  texts.set(machine, text);
  return text;
}

function restore(machine: RedemptionMachine, stored: StoredSnapshot | null): Snapshot {
  if (!stored) return initialTransition(machine, undefined)[0];
  const snapshot = {
    ...migrateSnapshot(stored),
    output: undefined,
    error: undefined,
    children: {},
  } as unknown as Snapshot;
  return createActor(machine, { snapshot }).getSnapshot();
}

function strip(snapshot: unknown): StoredSnapshot {
  const { value, context, historyValue, status } = snapshot as StoredSnapshot;
  return JSON.parse(
    JSON.stringify({ value, context, historyValue, status, version: machineVersion }),
  ) as StoredSnapshot;
}

function standing(snapshot: Snapshot) {
  const values = paths(snapshot.value);
  return (state: string) => values.some((path) => path === state || path.startsWith(`${state}.`));
}

function paths(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    paths(inner).map((path) => `${key}.${path}`),
  );
}

function stateOf(snapshot: Snapshot): CaseState {
  return stateAt((paths(snapshot.value)[0] ?? "").split("."));
}

function whyNot(snapshot: Snapshot, event: CaseEvent): string {
  const { context } = snapshot;
  const isIn = standing(snapshot);
  const reasons: [boolean, string][] = [
    [event.type === "REQUEST_CORRECTION" && context.correctionSpent, "redemption.correction-spent"],
    [isSamePerson(snapshot, event), "redemption.same-person"],
    [
      event.type === "APPROVE" && context.disagreeing.length > 0 && isIn("review.departments"),
      "redemption.disagreement",
    ],
    [event.type === "PUBLICITY_ENDED" && isIn("publicity"), "redemption.objection-open"],
    [/^PAYMENT_(RETURNED|REVERSED)$/.test(event.type) && isIn("closed"), "redemption.recovery-open"],
    [event.type === "RECONSIDERATION_ASKED" && context.reconsidered, "redemption.reconsidered"],
  ];
  return reasons.find(([applies]) => applies)?.[1] ?? "redemption.not-allowed";
}

/** Where a step is open, and to whom it is closed because of what they did before. */
const closedTo: Partial<
  Record<CaseEventType, { state: string; persons: (context: CaseContext) => readonly (string | null)[] }>
> = {
  APPROVE: { state: "review.departments", persons: ({ firstReviewerId }) => [firstReviewerId] },
  REJECT: { state: "review.departments", persons: ({ firstReviewerId }) => [firstReviewerId] },
  SEND_BACK: { state: "review.departments", persons: ({ firstReviewerId }) => [firstReviewerId] },
  LIST_APPROVED: { state: "listApproval", persons: ({ firstReviewerId }) => [firstReviewerId] },
  LIST_REFUSED: { state: "listApproval", persons: ({ firstReviewerId }) => [firstReviewerId] },
  EXPERT_SCORED: { state: "review.assessment.panel.scoring", persons: ({ scoredBy }) => scoredBy },
  OBJECTION_ADMITTED: {
    state: "publicity.screening",
    persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId],
  },
  OBJECTION_REFUSED: {
    state: "publicity.screening",
    persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId],
  },
  OBJECTION_SETTLED: {
    state: "publicity.disputed",
    persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId],
  },
  OBJECTION_UPHELD: {
    state: "publicity.disputed",
    persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId],
  },
  DECISION_UPHELD: {
    state: "reconsidering",
    persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId],
  },
  DECISION_OVERTURNED: {
    state: "reconsidering",
    persons: ({ firstReviewerId, deciderId }) => [firstReviewerId, deciderId],
  },
  RECOVERY_CONFIRMED: { state: "closed.money.proposed", persons: ({ recoveryById }) => [recoveryById] },
  RECOVERY_DROPPED: { state: "closed.money.proposed", persons: ({ recoveryById }) => [recoveryById] },
};

function isSamePerson(snapshot: Snapshot, event: CaseEvent): boolean {
  const closed = closedTo[event.type];
  return (
    closed !== undefined &&
    "actorId" in event &&
    standing(snapshot)(closed.state) &&
    closed.persons(snapshot.context).includes(event.actorId)
  );
}

function samples(config: RedemptionConfig, type: CaseEventType): CaseEvent[] {
  return ["", ...config.coDepartmentIds].map((departmentId) => ({ type, actorId: "", departmentId }) as CaseEvent);
}
