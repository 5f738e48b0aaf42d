import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { caseStates, type CaseState } from "./decide";
import { redemptionMachine } from "./machine";

export type DiagramEdge = { from: CaseState; to: CaseState; events: string[] };
/** A workflow as it is drawn: the main line from draft to payment, and what lies beside it. */
export type Diagram = { main: CaseState[]; side: CaseState[]; edges: DiagramEdge[] };

type Node = {
  path: string[];
  type: string;
  transitions: Map<string, { target?: readonly Node[] | undefined }[]>;
  always?: { target?: readonly Node[] | undefined }[];
  states: Record<string, Node>;
  parent?: Node;
};

const beside: readonly CaseState[] = [
  "correcting",
  "awaitingBudget",
  "rejected",
  "reconsidering",
  "withdrawn",
  "lapsed",
];

/** The states of an item's machine and what leads from one to another, read off the machine itself. */
export function diagramOf(config: RedemptionConfig): Diagram {
  const root = redemptionMachine(config).root as unknown as Node;
  const found = new Map<string, DiagramEdge>();
  const seen = new Set<CaseState>();
  for (const node of descendants(root)) {
    const from = unitOf(node.path);
    if (!from) continue;
    seen.add(from);
    for (const [event, targets] of leaving(node)) for (const to of targets) note(found, from, to, event);
  }
  const order = caseStates.filter((state) => seen.has(state));
  return {
    main: order.filter((state) => !beside.includes(state)),
    side: order.filter((state) => beside.includes(state)),
    edges: [...found.values()].filter(({ from, to }) => seen.has(from) && seen.has(to)),
  };
}

function descendants(node: Node): Node[] {
  return [node, ...Object.values(node.states).flatMap(descendants)];
}

function* leaving(node: Node): Iterable<[event: string, targets: CaseState[]]> {
  const always = (node.always ?? []).map((each): [string, typeof each] => ["", each]);
  const named = [...node.transitions].flatMap(([event, list]) =>
    list.map((each): [string, typeof each] => [event.startsWith("xstate.") ? "" : event, each]),
  );
  for (const [event, { target }] of [...always, ...named])
    yield [event, (target ?? []).flatMap((each) => unitOf(each.path) ?? [])];
}

function note(found: Map<string, DiagramEdge>, from: CaseState, to: CaseState, event: string): void {
  if (from === to) return;
  const edge = found.get(`${from}>${to}`) ?? { from, to, events: [] };
  if (event && !edge.events.includes(event)) edge.events.push(event);
  found.set(`${from}>${to}`, edge);
}

const parts: Record<string, CaseState> = {
  county: "countyReview",
  assessment: "assessment",
  departments: "departmentReview",
  memory: "departmentReview",
};

/** The state as people know it; a step that leaves the whole review counts for its departments. */
function unitOf([top, inner]: readonly string[]): CaseState | null {
  if (top === undefined) return null;
  if (top === "review") return parts[inner ?? "departments"] ?? null;
  return caseStates.find((state) => state === top) ?? null;
}
