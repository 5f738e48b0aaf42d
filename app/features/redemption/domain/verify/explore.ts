import type { SnapshotFrom } from "xstate";
import { groupBy } from "~/kernel/group-by";
import { canonicalJson } from "~/kernel/canonical-json";
import { getAdjacencyMap } from "xstate/graph";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseEvent } from "../events";
import { redemptionMachine, type RedemptionMachine } from "../machine";
import { alphabetOf } from "./alphabet";

export type Snapshot = SnapshotFrom<RedemptionMachine>;
export type Edge = { from: string; to: string; event: CaseEvent; before: Snapshot; after: Snapshot };
/** All that can become of a case of one configuration. `start` is the key of a new draft. */
export type Exploration = {
  machine: RedemptionMachine;
  start: string;
  states: ReadonlyMap<string, Snapshot>;
  edges: readonly Edge[];
};

/** Walks the machine from a new draft by every event of every person. */
export function explore(config: RedemptionConfig, machine = redemptionMachine(config)): Exploration {
  const alphabet = alphabetOf(config);
  const events = (snapshot: Snapshot) => {
    const heard = new Set(snapshot._nodes.flatMap((node) => node.ownEvents.concat(ancestors(node))));
    return alphabet.filter((event) => heard.has(event.type));
  };
  const map = getAdjacencyMap(machine, { events, serializeState: keyOf, limit: 500_000 });
  const states = new Map(Object.entries(map).map(([key, { state }]) => [key, state]));
  const edges = Object.entries(map).flatMap(([from, { state: before, transitions }]) => {
    const tried: { event: CaseEvent; state: Snapshot }[] = Object.values(transitions);
    return tried.flatMap(({ event, state: after }) =>
      before.can(event) ? [{ from, to: keyOf(after), event, before, after }] : [],
    );
  });
  return { machine, start: [...states.keys()][0] ?? "", states, edges };
}

type Node = Snapshot["_nodes"][number];

function ancestors(node: Node): Node["ownEvents"] {
  return node.parent ? node.parent.ownEvents.concat(ancestors(node.parent as Node)) : [];
}

/** Two snapshots with the same key go on in the same way: what is remembered counts where it is gone back to. */
export function keyOf(snapshot: Pick<Snapshot, "value" | "context" | "historyValue">): string {
  const { value, context, historyValue } = snapshot;
  const memory = { correcting: "review.memory", payment: "followed" }[topOf(snapshot)];
  const remembered = Object.entries(historyValue).flatMap(([node, nodes]) =>
    memory && node.endsWith(memory) ? [nodes.map(({ id }) => id).toSorted()] : [],
  );
  return canonicalJson([value, context, remembered]);
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

/** Name of the outermost state. */
export function topOf({ value }: Pick<Snapshot, "value">): string {
  return leavesOf(value)[0]?.split(".")[0] ?? "";
}
