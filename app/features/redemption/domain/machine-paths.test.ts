import { describe, expect, it } from "vitest";
import type { SnapshotFrom } from "xstate";
import { getAdjacencyMap, type AdjacencyMap } from "xstate/graph";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseEvent } from "./events";
import { redemptionMachine, type RedemptionMachine } from "./machine";

type Snapshot = SnapshotFrom<RedemptionMachine>;
type Graph = AdjacencyMap<Snapshot, CaseEvent>;

const base: RedemptionConfig = {
  mode: "申报审批", level: "city", regionCode: "340500", countyPreReview: true, leadDepartmentId: "city-industry", coDepartmentIds: [], publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 }, promisedWorkingDays: 60,
};
const configs = [true, false].flatMap((countyPreReview) =>
  [[], ["city-finance"], ["city-finance", "city-science"]].flatMap((coDepartmentIds) => [0, 5].map((publicityWorkingDays) => ({ ...base, countyPreReview, coDepartmentIds, publicityWorkingDays }))),
);

const personal = ["PASS_COUNTY", "RECOMMEND_APPROVAL", "RECOMMEND_REJECTION", "REQUEST_CORRECTION", "APPROVE", "REJECT", "SEND_BACK"] as const;
const plain = [
  "SUBMIT", "WITHDRAW", "RESUBMIT", "CORRECTION_OVERDUE", "OBJECTION_RAISED", "OBJECTION_SETTLED", "PUBLICITY_ENDED", "BUDGET_RESERVED", "BUDGET_EXHAUSTED", "PAYMENT_BATCHED", "PAYMENT_UNBATCHED",
  "PAYMENT_PAID", "PAYMENT_RETURNED",
] as const;

/** Two persons of the lead department try everything, each co-department says yes or no. */
function eventsOf(config: RedemptionConfig): CaseEvent[] {
  return [
    ...plain.map((type) => ({ type })),
    ...personal.flatMap((type) => ["one", "two"].map((actorId) => ({ type, actorId }))),
    ...config.coDepartmentIds.flatMap((departmentId) => (["CO_AGREE", "CO_DISAGREE"] as const).map((type) => ({ type, departmentId, actorId: departmentId }))),
  ];
}

function keyOf({ value, context, historyValue }: Snapshot): string {
  const remembered = Object.values(historyValue).map((nodes) => nodes.map((node) => node.id).toSorted());
  return JSON.stringify([value, context, JSON.stringify(value).includes("correcting") ? remembered : []]);
}

const mapOf = (config: RedemptionConfig): Graph => getAdjacencyMap(redemptionMachine(config), { events: eventsOf(config), serializeState: keyOf, limit: 200_000 });
const top = ({ value }: Snapshot): string => (typeof value === "string" ? value : (Object.keys(value)[0] ?? ""));

type Edge = { from: string; to: string; event: CaseEvent; before: Snapshot; after: Snapshot };

/** The transitions that are really taken; the map also lists events that change nothing. */
function edgesOf(map: Graph): Edge[] {
  return Object.entries(map).flatMap(([from, { state: before, transitions }]) => {
    const tried: { event: CaseEvent; state: Snapshot }[] = Object.values(transitions);
    return tried.flatMap(({ event, state: after }) => (before.can(event) ? [{ from, to: keyOf(after), event, before, after }] : []));
  });
}

/** Keys of the states from which no ending can be had any more. */
function endless(map: Graph, edges: readonly Edge[]): string[] {
  const ending = new Set(Object.entries(map).flatMap(([key, { state }]) => (state.status === "done" ? [key] : [])));
  for (let before = -1; before !== ending.size; ) {
    before = ending.size;
    for (const { from, to } of edges) if (ending.has(to)) ending.add(from);
  }
  return Object.keys(map).filter((key) => !ending.has(key));
}

/** What an auditor who sees only the events writes down, without trust in the machine's own context. */
type Diary = { recommendedBy: string; approvedBy: string; publicised: boolean; objections: number; reserved: boolean; corrections: number };
const blank: Diary = { recommendedBy: "", approvedBy: "", publicised: false, objections: 0, reserved: false, corrections: 0 };

function write(diary: Diary, event: CaseEvent): Diary {
  switch (event.type) {
    case "RECOMMEND_APPROVAL":
    case "RECOMMEND_REJECTION": return { ...diary, recommendedBy: event.actorId };
    case "APPROVE": return { ...diary, approvedBy: event.actorId };
    case "OBJECTION_RAISED": return { ...diary, objections: 1 };
    case "OBJECTION_SETTLED": return { ...diary, objections: 0 };
    case "PUBLICITY_ENDED": return { ...diary, publicised: true };
    case "BUDGET_RESERVED": return { ...diary, reserved: true };
    case "REQUEST_CORRECTION": return { ...diary, corrections: Math.min(diary.corrections + 1, 2) };
    default: return diary;
  }
}

type Step = Edge & { diary: Diary };

/** Shows every transition on every path that a diary can tell apart; gives their number. */
function walk(start: string, edges: readonly Edge[], seen: (step: Step) => void): number {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const queue: [string, Diary][] = [[start, blank]];
  const known = new Set([JSON.stringify(queue[0])]);
  for (const [key, diary] of queue) {
    for (const edge of leaving.get(key) ?? []) {
      const next: [string, Diary] = [edge.to, write(diary, edge.event)];
      seen({ ...edge, diary: next[1] });
      if (known.has(JSON.stringify(next))) continue;
      known.add(JSON.stringify(next));
      queue.push(next);
    }
  }
  return known.size;
}

const name = (config: RedemptionConfig) => `county ${config.countyPreReview}, ${config.coDepartmentIds.length} co-departments, publicity ${config.publicityWorkingDays}`;

describe.each(configs.map((config) => [name(config), config] as const))("%s", (_name, config) => {
  const map = mapOf(config);
  const edges = edgesOf(map);
  const states = Object.values(map).map(({ state }) => state);

  it("reaches every state that the item's configuration has", () => {
    const expected = ["draft", "review", "correcting", ...(config.publicityWorkingDays > 0 ? ["publicity"] : []), "budgetCheck", "awaitingBudget", "payment", "closed", "rejected", "withdrawn", "lapsed"];
    expect(new Set(states.map(top))).toEqual(new Set(expected));
    expect(states.some((state) => state.matches({ review: "county" }))).toBe(config.countyPreReview);
    expect(states.some((state) => state.matches({ payment: "batched" }))).toBe(true);
  });

  it("has no dead event and no state that cannot end", () => {
    const used = new Set<string>(edges.map(({ event }) => event.type));
    const unused = [
      ...(config.countyPreReview ? [] : ["PASS_COUNTY"]),
      ...(config.coDepartmentIds.length > 0 ? [] : ["CO_AGREE", "CO_DISAGREE"]),
      ...(config.publicityWorkingDays > 0 ? [] : ["OBJECTION_RAISED", "OBJECTION_SETTLED", "PUBLICITY_ENDED"]),
    ];
    const all = [...plain, ...personal, "CO_AGREE", "CO_DISAGREE"];
    expect(all.filter((type) => !used.has(type)).toSorted()).toEqual(unused.toSorted());
    expect(endless(map, edges)).toEqual([]);
  });

  it("keeps the law on every path", () => {
    const broken: string[] = [];
    const demand = (held: boolean, what: string, { event, diary }: Step) => held || broken.push(`${what}: ${JSON.stringify([event, diary])}`);
    const visited = walk(Object.keys(map)[0] ?? "", edges, (step) => {
      const { before, after, diary } = step;
      demand(diary.corrections <= 1, "one correction round", step);
      if (top(after) === "withdrawn") demand(["draft", "review", "correcting"].includes(top(before)), "withdrawal before a decision", step);
      if (top(after) === "rejected") demand(diary.recommendedBy !== "" && "actorId" in step.event && step.event.actorId !== diary.recommendedBy, "rejected by two persons", step);
      if (!["payment", "closed"].includes(top(after))) return;
      demand(diary.recommendedBy !== "" && diary.approvedBy !== "" && diary.approvedBy !== diary.recommendedBy, "two different people", step);
      demand(diary.publicised || config.publicityWorkingDays === 0, "publicity", step);
      demand(diary.objections === 0, "no open objection", step);
      demand(diary.reserved, "money reserved", step);
    });
    expect(broken).toEqual([]);
    expect(visited).toBeGreaterThan(20);
  });
});
