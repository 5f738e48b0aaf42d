import type { SnapshotFrom } from "xstate";
import { groupBy } from "~/kernel/group-by";
import { canonicalJson } from "~/kernel/canonical-json";
import { getAdjacencyMap } from "xstate/graph";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseEvent } from "../events";
import { redemptionMachine, type RedemptionMachine } from "../machine";
import { alphabetOf } from "./alphabet";
import { inOrder, renamed, renaming, type Standing } from "./alike";

export type Snapshot = SnapshotFrom<RedemptionMachine>;
export type Edge = { from: string; to: string; event: CaseEvent; before: Snapshot; after: Snapshot };
/** All that can become of a case of one configuration. `start` is the key of a new draft. */
export type Exploration = {
  machine: RedemptionMachine;
  /** co-departments whose names don't matter */ alike: readonly string[];
  start: string;
  states: ReadonlyMap<string, Snapshot>;
  edges: readonly Edge[];
};

/**
 * Walks the machine from a new draft by every event of every person. Cases that differ only in which of the departments that
 * are `alike` stands where are one state, told as it was found first.
 */
export function explore(
  config: RedemptionConfig,
  machine = redemptionMachine(config),
  alike: readonly string[] = config.coDepartmentIds,
): Exploration {
  const alphabet = alphabetOf(config);
  const events = (snapshot: Snapshot) => {
    const heard = new Set(snapshot._nodes.flatMap((node) => node.ownEvents.concat(ancestors(node))));
    return alphabet.filter((event) => heard.has(event.type) && snapshot.can(event));
  };
  const serializeState = (snapshot: Snapshot) => keyOf(snapshot, alike);
  const map = getAdjacencyMap(machine, { events, serializeState, limit: 500_000 });
  const states = new Map(Object.entries(map).map(([key, { state }]) => [key, state]));
  const edges = Object.entries(map).flatMap(([from, { state: before, transitions }]) => {
    const tried: { event: CaseEvent; state: Snapshot }[] = Object.values(transitions);
    return tried.map(({ event, state: after }) => ({ from, to: serializeState(after), event, before, after }));
  });
  return { machine, alike, start: [...states.keys()][0] ?? "", states, edges };
}

type Node = Snapshot["_nodes"][number];

function ancestors(node: Node): Node["ownEvents"] {
  return node.parent ? node.parent.ownEvents.concat(ancestors(node.parent as Node)) : [];
}

type Stored = Pick<Snapshot, "value" | "context" | "historyValue">;

/** Two snapshots with the same key go on in the same way, but for the names of departments that are alike. */
export function keyOf(snapshot: Stored, alike: readonly string[]): string {
  const { value, context, remembered } = standingOf(snapshot);
  const parts = [value, context, remembered];
  if (alike.length < 2) return canonicalJson(parts);
  return canonicalJson(parts.map((part) => renamed(part, renaming(orderOf(snapshot, alike), alike))));
}

/** Departments that are alike, in the order of how each stands: those at the same place stand alike in two cases with one key. */
export function orderOf(snapshot: Stored, alike: readonly string[]): string[] {
  return inOrder(alike, standingOf(snapshot));
}

/** Under which names the departments of a case that has just taken a step go on in the state it came to. */
export function namesAfter({ states, alike }: Exploration, { after, to }: Edge): ReadonlyMap<string, string> {
  return renaming(orderOf(after, alike), orderOf(states.get(to) ?? after, alike));
}

/** What is remembered counts where it is gone back to. */
export function standingOf(snapshot: Stored): Standing {
  const { value, context, historyValue } = snapshot;
  const memory = { correcting: "review.memory", payment: "followed" }[topOf(snapshot)];
  const remembered = Object.entries(historyValue).flatMap(([node, nodes]) =>
    memory && node.endsWith(memory) ? [nodes.map(({ id }) => id).toSorted()] : [],
  );
  return { value, context, remembered };
}

/** The shortest way of events to every state. */
export function shortestPaths({ start, edges }: Exploration): Map<string, CaseEvent[]> {
  const leaving = groupBy(edges, (edge) => edge.from);
  const paths = new Map<string, CaseEvent[]>([[start, []]]);
  for (const [key, path] of paths) {
    for (const { to, event } of leaving.get(key) ?? []) if (!paths.has(to)) paths.set(to, [...path, event]);
  }
  return paths;
}

/** Dotted paths of the innermost states a snapshot stands in. */
export function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    leavesOf(inner).map((path) => `${key}.${path}`),
  );
}

/** Dotted paths of all innermost states that a case stands in at some time, whichever of the departments that are alike it is. */
export function leavesReached({ states, alike }: Exploration): Set<string> {
  const found = new Set([...states.values()].flatMap(({ value }) => leavesOf(value)));
  const ways = alike.map((_, index) => renaming(alike, [...alike.slice(index), ...alike.slice(0, index)]));
  return new Set([...found, ...ways.flatMap((names) => [...found].map((leaf) => renamed(leaf, names)))]);
}

/** Name of the outermost state. */
export function topOf({ value }: Pick<Snapshot, "value">): string {
  return typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
}
