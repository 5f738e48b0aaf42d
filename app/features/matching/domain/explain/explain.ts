import type { Leaf } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { leafOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import type { PlainDate } from "~/kernel/plain-date";
import { fixedFacts } from "./changeability";
import { compileRule } from "../evaluate/evaluate";
import type { SlotValues } from "../evaluate/fact-slots";
import { gapOf, type Gap } from "~/features/policies/domain/gap";
import { kleene, type Kleene } from "../evaluate/kleene";
import type { RuleGroup, RuleLeaf, RuleNode } from "../evaluate/rule";

export type Outcome = "met" | "unmet" | "unknown";

const outcomes = ["unmet", "unknown", "met"] as const satisfies readonly Outcome[];

/** One condition of the policy beside the firm's own figure. */
export type LeafExplanation = {
  kind: "leaf";
  outcome: Outcome;
  fact: string;
  operator: Leaf["operator"];
  /** What it asks on that day: a relative year is the year it stands for. */
  value: LiteralLeaf["value"];
  /** The condition must not hold. */
  negated: boolean;
  /** Place in the policy's condition tree. */
  path: string;
  /** The firm's figure; null when unknown. */
  own: FactValue | null;
  /** For ordered figures that do not suffice. */
  gap: Gap | null;
};

/** Conditions that must all hold, or of which one suffices. */
export type GroupExplanation = {
  kind: "all" | "any";
  outcome: Outcome;
  path: string;
  children: readonly Explanation[];
};

export type Explanation = LeafExplanation | GroupExplanation;

export type Explain = (values: SlotValues, today: PlainDate) => Explanation;

/** Makes the explanation of a rule executable: the whole tree, each node with its outcome, for one profile and day. */
export function compileExplanation(node: RuleNode, definitions: ReadonlyMap<string, FactDefinition>): Explain {
  return node.kind === "leaf" ? explainLeaf(node, definitions.get(node.leaf.fact)) : explainGroup(node, definitions);
}

function explainLeaf(node: RuleLeaf, definition: FactDefinition | undefined): Explain {
  const test = compileRule(node);
  const { slot, negated, path } = node;
  const { fact, operator } = node.leaf;
  return (values, today) => {
    const { value } = leafOn(node.leaf, today);
    const own = values[slot] ?? null;
    const outcome = outcomes[test(values, today)];
    const gap =
      outcome === "unmet" && own !== null ? gapOf({ operator, value, negated }, own, definition, today) : null;
    return { kind: "leaf", outcome, fact, operator, value, negated, path, own, gap };
  };
}

function explainGroup(node: RuleGroup, definitions: ReadonlyMap<string, FactDefinition>): Explain {
  const children = node.children.map((child) => compileExplanation(child, definitions));
  const { kind, path } = node;
  return (values, today) => {
    const explained = children.map((child) => child(values, today));
    return { kind, outcome: outcomes[joined(kind, explained)], path, children: explained };
  };
}

function joined(kind: "all" | "any", children: readonly Explanation[]): Kleene {
  const deciding = kind === "all" ? "unmet" : "met";
  if (children.some((child) => child.outcome === deciding)) return kind === "all" ? kleene.false : kleene.true;
  if (children.some((child) => child.outcome === "unknown")) return kleene.unknown;
  return kind === "all" ? kleene.true : kleene.false;
}

/** The leaves of an explanation from left to right. */
export function explainedLeaves(node: Explanation): readonly LeafExplanation[] {
  return node.kind === "leaf" ? [node] : node.children.flatMap(explainedLeaves);
}

/**
 * Alternatives with the nearest first: fewest conditions failed, those nobody can change (region, industry) weighing most;
 * then the smallest share of the bound still missing; then fewest unknown; the text's order otherwise.
 */
export function nearestFirst(children: readonly Explanation[]): readonly Explanation[] {
  const distances = new Map(children.map((child) => [child, distance(child)]));
  return children.toSorted((left, right) => (distances.get(left) ?? 0) - (distances.get(right) ?? 0));
}

const weights = { fixed: 1_000_000, failed: 1000, gap: 100, unknown: 1 };

function distance(node: Explanation): number {
  if (node.outcome === "met") return 0;
  if (node.kind === "leaf") return node.outcome === "unmet" ? failedBy(node) : weights.unknown;
  const distances = node.children.map(distance);
  return node.kind === "all" ? distances.reduce((sum, next) => sum + next, 0) : Math.min(...distances);
}

function failedBy({ fact, gap, value }: LeafExplanation): number {
  if (fixedFacts.has(fact)) return weights.fixed;
  if (!gap) return weights.failed;
  const whole = gap.unit === "天" ? 365 : Math.max(Math.abs(Number(value)), 1);
  return weights.failed + weights.gap * Math.min(gap.amount / whole, 5);
}
