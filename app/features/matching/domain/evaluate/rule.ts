import type { Condition, Leaf } from "~/features/policies/domain/condition-schema";
import type { FactSlots } from "./fact-slots";

/** One comparison; `negated` when an odd number of `not` stands above it. `path` points into the policy's condition tree. */
export type RuleLeaf = { kind: "leaf"; slot: number; leaf: Leaf; negated: boolean; path: string };

/** Every (all) or at least one (any) of the children; none: true for all, false for any. */
export type RuleGroup = { kind: "all" | "any"; children: readonly RuleNode[]; path: string };

/**
 * The one intermediate form every execution is made from: `not` is pushed down to the leaves (De Morgan holds in Kleene's
 * logic), nested groups of one kind are one group, facts are slots.
 */
export type RuleNode = RuleLeaf | RuleGroup;

/** Condition tree of an item as intermediate form. */
export function buildRule(condition: Condition, slots: FactSlots): RuleNode {
  return build(condition, false, "", slots);
}

function build(condition: Condition, negated: boolean, path: string, slots: FactSlots): RuleNode {
  if ("not" in condition) return build(condition.not, !negated, `${path}/not`, slots);
  if ("all" in condition) return group("all", condition.all, negated, `${path}/all`, slots);
  if ("any" in condition) {
    // json-rules-engine holds an empty `any` to be true, unlike logic
    return group(condition.any.length === 0 ? "all" : "any", condition.any, negated, `${path}/any`, slots);
  }
  return { kind: "leaf", slot: slots.slotOf(condition.fact), leaf: condition, negated, path };
}

function group(
  kind: "all" | "any",
  conditions: readonly Condition[],
  negated: boolean,
  path: string,
  slots: FactSlots,
): RuleGroup {
  const own = negated ? opposite(kind) : kind;
  const children = conditions.map((child, index) => build(child, negated, `${path}/${index}`, slots));
  return { kind: own, path, children: children.flatMap((child) => (child.kind === own ? child.children : [child])) };
}

function opposite(kind: "all" | "any"): "all" | "any" {
  return kind === "all" ? "any" : "all";
}

/** The leaves of a rule from left to right. */
export function leavesOf(node: RuleNode): readonly RuleLeaf[] {
  return node.kind === "leaf" ? [node] : node.children.flatMap(leavesOf);
}

/** Names of the facts a rule reads, each once, in order of appearance. */
export function factsOfRule(node: RuleNode): readonly string[] {
  return [...new Set(leavesOf(node).map((entry) => entry.leaf.fact))];
}
