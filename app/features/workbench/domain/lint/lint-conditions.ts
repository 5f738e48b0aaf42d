import {
  buildRule,
  leavesOf,
  type RuleGroup,
  type RuleLeaf,
  type RuleNode,
} from "~/features/matching/domain/evaluate/rule";
import { classesOfRule } from "~/features/matching/domain/evaluate/value-classes";
import { factSlots } from "~/features/matching/domain/evaluate/fact-slots";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { canHold, everyClass, type Space } from "./can-hold";
import type { Finding } from "./finding";

type Definitions = ReadonlyMap<string, FactDefinition>;
type Found = Omit<Finding, "itemId">;

/** Conditions that can never hold, hold for everybody, contradict one another or say nothing that others don't say. */
export function lintConditions(
  { conditions }: Pick<PolicyItem, "conditions">,
  definitions: Definitions,
  today: PlainDate,
): Found[] {
  const rule = buildRule(conditions, factSlots());
  const space = classesOfRule(rule, definitions, today);
  const leaves = leavesOf(rule).flatMap((leaf) => leafFindings(leaf, space, definitions));
  const settled = new Set(leaves.map(({ path }) => path));
  if (!canHold([{ node: rule, wanted: true }], space)) return [...leaves, ...conflicts(rule, space, settled)];
  if (!canHold([{ node: rule, wanted: false }], space)) return [...leaves, { code: "alwaysTrue", path: place(rule) }];
  return [...leaves, ...deadBranches(rule, space, settled), ...redundancies(rule, space, settled)];
}

/** The place of a node in the item. */
export function place({ path }: RuleNode): string {
  return `/conditions${path.replace(/\/(all|any)$/, "")}`;
}

function leafFindings(node: RuleLeaf, space: Space, definitions: Definitions): Found[] {
  const { fact, value } = node.leaf;
  const mask = space.get(fact)?.maskOf(node) ?? 0n;
  const every = everyClass(space, fact);
  if (mask !== 0n && mask !== every) return [];
  const definition = definitions.get(fact);
  const bounds = boundsOf(definition);
  if (typeof value === "number" && bounds) return [{ code: "outsideRange", path: place(node), fact, values: bounds }];
  return [{ code: mask === 0n ? "conditionNeverHolds" : "conditionAlwaysHolds", path: place(node), fact }];
}

/** The range of a fact in words of the registry; null where it has none. */
export function boundsOf(
  definition: FactDefinition | undefined,
): { min: string | number; max: string | number } | null {
  if (!definition || (definition.min === null && definition.max === null)) return null;
  return { min: definition.min ?? "−∞", max: definition.max ?? "∞" };
}

/** Where in a rule that can't hold the trouble lies. */
function conflicts(node: RuleNode, space: Space, settled: ReadonlySet<string>): Found[] {
  if (node.kind === "leaf") return settled.has(place(node)) ? [] : [{ code: "unsatisfiable", path: place(node) }];
  const impossible = node.children.filter((child) => !canHold([{ node: child, wanted: true }], space));
  if (impossible.length > 0) return impossible.flatMap((child) => conflicts(child, space, settled));
  return clash(node, space);
}

function clash(group: RuleGroup, space: Space): Found[] {
  const goals = group.children.map((node) => ({ node, wanted: true }));
  const last = goals.findIndex((_, index) => !canHold(goals.slice(0, index + 1), space));
  const against = goals.slice(0, last).find((goal) => goals[last] && !canHold([goal, goals[last]], space));
  const found = group.children[last];
  if (!found) return [{ code: "unsatisfiable", path: place(group) }];
  return [{ code: "contradiction", path: place(found), ...(against ? { against: place(against.node) } : {}) }];
}

/** Alternatives inside a sound rule that can never be the one that holds. */
function deadBranches(rule: RuleNode, space: Space, settled: ReadonlySet<string>): Found[] {
  return groupsOf(rule)
    .filter((group) => group.kind === "any")
    .flatMap((group) => group.children)
    .filter((child) => child.kind !== "leaf" && !canHold([{ node: child, wanted: true }], space))
    .flatMap((child) => conflicts(child, space, settled));
}

/** Conditions without which the rule says the same; of two that say the same only the later one is told. */
function redundancies(rule: RuleNode, space: Space, settled: ReadonlySet<string>): Found[] {
  const without = new Set<RuleNode>();
  const found: Found[] = [];
  for (const group of groupsOf(rule)) {
    for (const child of [...group.children].reverse()) {
      if (group.children.filter((each) => !without.has(each)).length < 2 || settled.has(place(child))) continue;
      const fewer = new Set(without).add(child);
      if (!saysTheSame(rule, group, fewer, without, space)) continue;
      without.add(child);
      found.push({
        code: "redundant",
        path: place(child),
        ...(child.kind === "leaf" ? { fact: child.leaf.fact } : {}),
      });
    }
  }
  return found;
}

function saysTheSame(
  rule: RuleNode,
  group: RuleGroup,
  fewer: ReadonlySet<RuleNode>,
  before: ReadonlySet<RuleNode>,
  space: Space,
): boolean {
  // leaving out a part of `all` can only widen the rule, a part of `any` only narrow it
  const widens = group.kind === "all";
  return !canHold(
    [
      { node: rule, wanted: widens, without: fewer },
      { node: rule, wanted: !widens, without: before },
    ],
    space,
  );
}

function groupsOf(node: RuleNode): RuleGroup[] {
  return node.kind === "leaf" ? [] : [node, ...node.children.flatMap(groupsOf)];
}
