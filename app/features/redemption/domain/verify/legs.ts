import { groupBy } from "~/kernel/group-by";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseEvent } from "../events";
import { reviewActions, type ReviewAction } from "../review-actions";
import { asksForMoney } from "../state-at";
import { openTasks } from "../tasks";
import { leavesOf, topOf, type Edge, type Exploration, type Snapshot } from "./explore";

/**
 * One step as it is taken on the platform: an event that somebody or a term sends, and what the platform adds in the same
 * transaction. `money` says what the step finds in the budget where it asks for it.
 */
export type Leg = {
  from: string;
  to: string;
  /** the state before the platform added its part */ via: string;
  event: CaseEvent;
  own: readonly CaseEvent[];
  money: "there" | "short" | null;
};

/**
 * Where cases rest between steps: `legs` leave a state, `path` is the shortest to it, `passed` are states gone through
 * within a step, `unfunded` those of a yearly round without its money.
 */
export type Journey = {
  start: string;
  legs: ReadonlyMap<string, readonly Leg[]>;
  paths: ReadonlyMap<string, readonly Leg[]>;
  passed: ReadonlySet<string>;
  unfunded: ReadonlySet<string>;
};

const ofPlatform = /^(CREDIT_PASSED|CREDIT_FAILED|BUDGET_RESERVED|BUDGET_EXHAUSTED)$/;

/** Whether somebody has the work an event belongs to; events of firms, terms and treasuries need none. */
export function isOffered(config: RedemptionConfig, { value }: Pick<Snapshot, "value">, event: CaseEvent): boolean {
  if (!Object.hasOwn(reviewActions, event.type)) return true;
  const stages: readonly string[] = reviewActions[event.type as ReviewAction].stages;
  const leaves = leavesOf(value);
  const isIn = (state: string) => leaves.some((leaf) => leaf === state || leaf.startsWith(`${state}.`));
  return openTasks(config, "", isIn).some(
    (task) => stages.includes(task.stage) && (!("departmentId" in event) || event.departmentId === task.departmentId),
  );
}

/** All steps from a new case on, the shortest way to every state first. */
export function journey(config: RedemptionConfig, { start, states, edges }: Exploration): Journey {
  const leaving = groupBy(edges, (edge) => edge.from);
  const edgesOf = (key: string) => leaving.get(key) ?? [];
  const legs = new Map<string, Leg[]>();
  const paths = new Map<string, Leg[]>([[start, []]]);
  const passed = new Set<string>();
  for (const [key, path] of paths) {
    const own = edgesOf(key)
      .filter(
        ({ event, before }) =>
          (!ofPlatform.test(event.type) || topOf(before) === "awaitingBudget") && isOffered(config, before, event),
      )
      .flatMap((edge) => completed(edge, edgesOf(edge.to)));
    legs.set(key, own);
    for (const leg of own) {
      if (leg.own.length > 0 && leg.via !== leg.to) passed.add(leg.via);
      if (!paths.has(leg.to)) paths.set(leg.to, [...path, leg]);
    }
  }
  return { start, legs, paths, passed, unfunded: unfundedOf({ start, states, edges }) };
}

/**
 * States that lie behind a choice without the money for it alone: the machine would hear what follows, but no round is
 * held that its envelopes don't bear.
 */
function unfundedOf({ start, states, edges }: Pick<Exploration, "start" | "states" | "edges">): Set<string> {
  const chosen = new Set(
    edges.flatMap(({ event, to, after }) => (event.type === "SELECTED" && !after.context.reserved ? [to] : [])),
  );
  const funded = edges.filter(({ from, event }) => !chosen.has(from) || event.type === "BUDGET_RESERVED");
  const leaving = groupBy(funded, ({ from }) => from);
  const reached = new Set([start]);
  for (const key of reached) for (const { to } of leaving.get(key) ?? []) reached.add(to);
  return new Set([...states.keys()].filter((key) => !reached.has(key)));
}

function completed({ from, to, event, before, after }: Edge, next: readonly Edge[]): Leg[] {
  const top = topOf(after);
  const leg = { from, event, via: to };
  const following = (type: CaseEvent["type"], money: Leg["money"]) =>
    next.filter((edge) => edge.event.type === type).map((edge) => ({ ...leg, to: edge.to, own: [edge.event], money }));
  if (top === "creditCheck") return [...following("CREDIT_PASSED", null), ...following("CREDIT_FAILED", null)];
  // A round is held against the envelopes before anybody is chosen or passed over.
  if (event.type === "NOT_SELECTED") return [{ ...leg, to, own: [], money: "there" }];
  if (event.type === "SELECTED" && asksForMoney(top)) return following("BUDGET_RESERVED", "there");
  if (top === topOf(before) || !asksForMoney(top) || after.context.reserved)
    return [{ ...leg, to, own: [], money: null }];
  const short =
    top === "budgetCheck" ? following("BUDGET_EXHAUSTED", "short") : [{ ...leg, to, own: [], money: "short" as const }];
  return [...following("BUDGET_RESERVED", "there"), ...short];
}
