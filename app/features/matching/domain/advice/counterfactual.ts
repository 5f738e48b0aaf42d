import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { valueOn } from "~/features/policies/domain/relative-year";
import type { PlainDate } from "~/kernel/plain-date";
import { changeabilityOf, type Changeability } from "../explain/changeability";
import { effortOf, nearestOf } from "./effort";
import type { SlotValues } from "../evaluate/fact-slots";
import { rangeAround, type FigureRange } from "~/features/policies/domain/figure-range";
import { leavesOf, type RuleNode } from "../evaluate/rule";
import { classesOfRule, samplesOf, type FactClasses } from "../evaluate/value-classes";

/** One fact that has to be otherwise. */
export type Change = {
  fact: string;
  /** The firm's figure; null when unknown: then it has to turn out to be `to`. */
  from: FactValue | null;
  /** The nearest value that suffices. */
  to: FactValue;
  /** Values to choose from, where they are names rather than figures. */
  options: readonly FactValue[];
  /** All figures round `to` that suffice; null where they are no figures. */
  range: FigureRange | null;
  how: Changeability;
};

/** A set of changes that makes the item eligible; none of them can be left out. */
export type Plan = {
  changes: readonly Change[];
  /** The hardest of the changes. */
  how: Changeability;
  /** 0.1 for a small step up to about 1 for a whole new undertaking, per change; only for comparing plans. */
  effort: number;
};

/** Facts that must lie in certain classes, by name: one way to make a rule true. */
type Way = ReadonlyMap<string, bigint>;
type Context = {
  values: SlotValues;
  today: PlainDate;
  definitions: ReadonlyMap<string, FactDefinition>;
  facts: ReadonlyMap<string, FactClasses>;
};

/**
 * The minimal sets of changes that would make a rule true, by inclusion: no plan's facts contain another's. Unknown facts
 * count as changes. Plans the firm can carry out come first, then those that time brings, then the impossible; the least
 * effort first among them. Empty when the rule is true already (or can never be).
 */
export function plansFor(
  rule: RuleNode,
  values: SlotValues,
  today: PlainDate,
  definitions: ReadonlyMap<string, FactDefinition>,
): readonly Plan[] {
  const context: Context = { values, today, definitions, facts: classesOfRule(rule, definitions, today) };
  const needed = waysToHold(rule, context).map((way) => neededChanges(way, context));
  if (needed.some((way) => way.size === 0)) return [];
  const plans = minimalBySubset(needed).map((way) => planOf(way, rule, context));
  const best = new Map<string, Plan>();
  for (const plan of plans) {
    const key = plan.changes
      .map((change) => change.fact)
      .sort()
      .join(" ");
    const rival = best.get(key);
    if (!rival || comparePlans(plan, rival) < 0) best.set(key, plan);
  }
  return [...best.values()].sort(comparePlans);
}

function waysToHold(node: RuleNode, context: Context): readonly Way[] {
  if (node.kind === "leaf") {
    const mask = context.facts.get(node.leaf.fact)?.maskOf(node) ?? 0n;
    return mask === 0n ? [] : [new Map([[node.leaf.fact, mask]])];
  }
  if (node.kind === "any") return node.children.flatMap((child) => waysToHold(child, context));
  const start: readonly Way[] = [new Map()];
  return node.children.reduce((ways, child) => combine(ways, waysToHold(child, context)), start);
}

/** Every way of the left together with every way of the right, less those that contradict themselves and doubles. */
function combine(left: readonly Way[], right: readonly Way[]): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const first of left) {
    for (const second of right) {
      const both = intersect(first, second);
      if (both)
        ways.set(
          [...both]
            .map(([fact, mask]) => `${fact}:${mask}`)
            .sort()
            .join(" "),
          both,
        );
    }
  }
  return [...ways.values()];
}

function intersect(first: Way, second: Way): Way | null {
  const both = new Map(first);
  for (const [fact, mask] of second) {
    const rest = mask & (both.get(fact) ?? mask);
    if (rest === 0n) return null;
    both.set(fact, rest);
  }
  return both;
}

function neededChanges(way: Way, { facts, values }: Context): Way {
  return new Map(
    [...way].filter(([fact, mask]) => {
      const classes = facts.get(fact);
      return classes === undefined || (classes.maskOfValue(values[classes.slot]) & mask) === 0n;
    }),
  );
}

function minimalBySubset(ways: readonly Way[]): readonly Way[] {
  const isProperSubset = (inner: Way, outer: Way) =>
    inner.size < outer.size && [...inner.keys()].every((fact) => outer.has(fact));
  return ways.filter((way) => !ways.some((other) => isProperSubset(other, way)));
}

const hardness: readonly Changeability[] = ["answer", "changeable", "time", "fixed"];

function planOf(way: Way, rule: RuleNode, context: Context): Plan {
  const changes = [...way].map(([fact, mask]) => changeOf(fact, mask, rule, context));
  const how = changes.reduce<Changeability>(
    (worst, change) => (hardness.indexOf(change.how) > hardness.indexOf(worst) ? change.how : worst),
    "answer",
  );
  return { changes, how, effort: changes.reduce((sum, change) => sum + effortOf(change), 0) };
}

function changeOf(fact: string, mask: bigint, rule: RuleNode, { facts, values, definitions, today }: Context): Change {
  const classes = facts.get(fact);
  const definition = definitions.get(fact);
  if (!classes || !definition) throw new RangeError(`fact not registered: ${fact}`);
  const from = values[classes.slot] ?? null;
  const samples = samplesOf(classes, mask);
  const to = nearestOf(samples, from);
  const leaves = leavesOf(rule).flatMap(({ leaf }) => (leaf.fact === fact ? [leaf] : []));
  const isSpan = leaves.some((leaf) => leaf.operator === "withinYears");
  const options = typeof to === "string" && definition.type !== "date" ? samples : [];
  const named = new Set<FactValue>(leaves.flatMap((leaf): readonly FactValue[] => listOf(valueOn(leaf.value, today))));
  const range =
    typeof to === "number"
      ? rangeAround(
          to,
          samples,
          classes.classes.flatMap((each) => each.samples),
          named,
        )
      : null;
  return { fact, from, to, options, range, how: changeabilityOf(definition, from, to, today, isSpan) };
}

function listOf(value: FactValue): readonly FactValue[] {
  return Array.isArray(value) ? (value as readonly FactValue[]) : [value];
}

function comparePlans(left: Plan, right: Plan): number {
  return hardness.indexOf(left.how) - hardness.indexOf(right.how) || left.effort - right.effort;
}
