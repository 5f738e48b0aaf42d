import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { caseStateOf, caseStates, type CaseState } from "~/features/claims/domain/case-states";
import { redemptionMachine } from "./machine";
import { stateAt } from "./state-at";

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

/** The states of an item's machine and what leads from one to another, read off the machine itself. */
export function diagramOf(config: RedemptionConfig): Diagram {
  const root = redemptionMachine(config).root;
  const found = new Map<string, DiagramEdge>();
  const seen = new Set<CaseState>();
  for (const node of descendants(root)) {
    if (node.path.length === 0) continue;
    const from = stateAt(node.path);
    seen.add(from);
    for (const [event, targets] of leaving(node)) for (const to of targets) note(found, from, to, event);
  }
  const order = caseStates.filter((state) => seen.has(state));
  return {
    main: order.filter((state) => !isBeside(state)),
    side: order.filter(isBeside),
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
    yield [event, (target ?? []).map((each) => stateAt(each.path))];
}

function note(found: Map<string, DiagramEdge>, from: CaseState, to: CaseState, event: string): void {
  if (from === to) return;
  const edge = found.get(`${from}>${to}`) ?? { from, to, events: [] };
  if (event && !edge.events.includes(event)) edge.events.push(event);
  found.set(`${from}>${to}`, edge);
}

const isBeside = (state: CaseState) => "beside" in caseStateOf[state];
