import { describeState } from "~/features/claims/domain/case-states";
import { groupBy } from "~/kernel/group-by";
import { asksForMoney } from "../state-at";
import { renamed } from "./alike";
import { leavesOf, namesAfter, topOf, type Edge, type Exploration, type Snapshot } from "./explore";

/** Whether a case comes to a state when its approval is decided. */
export function isDecidedFor(state: string): boolean {
  return describeState(state)?.phase === "selection" || asksForMoney(state);
}

const upheld = "review.departments.accord.upheld";

/** A state, and the departments of it that say no further word. */
type Held = { key: string; silent: readonly string[] };
type Way = { from: string; to: string; decides: boolean };

/**
 * No office holds a case up for ever: wherever one is against it, an approval can be reached without another word from it.
 * Where the head has shared its view the decision is near anyhow.
 */
export function vetoes(found: Exploration): string[] {
  const held = [...found.states].flatMap(([key, state]): Held[] =>
    isDisputed(state) ? [{ key, silent: state.context.disagreeing }] : [],
  );
  const open = leadingToApproval(waysOn(found, held));
  return held.flatMap((each) => (open.has(nameOf(each)) ? [] : [`a veto: ${each.key}`]));
}

function isDisputed({ value, context }: Snapshot): boolean {
  return context.disagreeing.length > 0 && topOf({ value }) === "review" && !leavesOf(value).includes(upheld);
}

/** All steps that can be taken without the silent, who go by the names of the state that a step leads to. */
function waysOn(found: Exploration, held: readonly Held[]): Way[] {
  const leaving = groupBy(found.edges, ({ from }) => from);
  const names = new Map<Edge, ReadonlyMap<string, string>>();
  const known = new Map(held.map((each) => [nameOf(each), each]));
  const ways: Way[] = [];
  for (const [from, { key, silent }] of known) {
    for (const edge of leaving.get(key) ?? []) {
      const { event, before, after } = edge;
      if ("departmentId" in event && silent.includes(event.departmentId)) continue;
      const own = names.get(edge) ?? namesAfter(found, edge);
      names.set(edge, own);
      const next = { key: edge.to, silent: renamed(silent, own) };
      const to = nameOf(next);
      ways.push({ from, to, decides: topOf(before) === "review" && isDecidedFor(topOf(after)) });
      if (!known.has(to)) known.set(to, next);
    }
  }
  return ways;
}

function nameOf({ key, silent }: Held): string {
  return JSON.stringify([key, silent]);
}

function leadingToApproval(ways: readonly Way[]): Set<string> {
  const entering = groupBy(ways, ({ to }) => to);
  const found = new Set(ways.filter(({ decides }) => decides).map(({ from }) => from));
  for (const name of found) for (const { from } of entering.get(name) ?? []) found.add(from);
  return found;
}
