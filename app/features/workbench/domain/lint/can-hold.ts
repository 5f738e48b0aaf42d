import type { FactClasses } from "~/features/matching/domain/evaluate/value-classes";
import type { RuleNode } from "~/features/matching/domain/evaluate/rule";

/** Value classes of the facts a rule reads, by name. */
export type Space = ReadonlyMap<string, FactClasses>;
/** A node that must come out true, or false where not `wanted`; `without` leaves nodes out as if they were not written. */
export type Goal = { node: RuleNode; wanted: boolean; without?: ReadonlySet<RuleNode> };

/** Steps after which a search is given up; the rule then counts as possible, so that nothing is claimed without proof. */
const budget = 200_000;

/** Whether some profile makes all goals come out as wanted. Facts are taken as independent of one another. */
export function canHold(goals: readonly Goal[], space: Space): boolean {
  const search = { left: budget, space };
  return reach(goals, new Map(), search);
}

type Search = { left: number; space: Space };
type Taken = ReadonlyMap<string, bigint>;

function reach(goals: readonly Goal[], taken: Taken, search: Search): boolean {
  search.left -= 1;
  const [goal, ...rest] = goals;
  if (!goal || search.left <= 0) return true;
  const { node, wanted, without } = goal;
  if (node.kind === "leaf") {
    const mask = (taken.get(node.leaf.fact) ?? everyClass(search.space, node.leaf.fact)) & maskOf(goal, search.space);
    return mask !== 0n && reach(rest, new Map(taken).set(node.leaf.fact, mask), search);
  }
  const children = node.children
    .filter((child) => !without?.has(child))
    .map((child): Goal => ({ node: child, wanted, without }));
  if ((node.kind === "all") === wanted) return reach([...children, ...rest], taken, search);
  return children.some((child) => reach([child, ...rest], taken, search));
}

/** All classes of a fact as a mask; 0n where no value fits its range. */
export function everyClass(space: Space, fact: string): bigint {
  return (1n << BigInt(space.get(fact)?.classes.length ?? 0)) - 1n;
}

function maskOf({ node, wanted }: Goal, space: Space): bigint {
  if (node.kind !== "leaf") return 0n;
  const mask = space.get(node.leaf.fact)?.maskOf(node) ?? 0n;
  return wanted ? mask : everyClass(space, node.leaf.fact) & ~mask;
}
