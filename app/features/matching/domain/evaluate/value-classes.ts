import type { Leaf } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { groupBy } from "~/kernel/group-by";
import { operatorTests } from "~/features/policies/domain/operators";
import { representatives } from "./representatives";
import { leavesOf, type RuleLeaf, type RuleNode } from "./rule";

/** Values of a fact under which all its conditions in a rule come out alike. */
type ValueClass = { pattern: string; samples: readonly FactValue[] };

/** One fact of a rule, its values sorted into classes. A mask has bit n for class n. */
export type FactClasses = {
  fact: string;
  slot: number;
  classes: readonly ValueClass[];
  /** Classes for which a leaf (with its negation) holds. */
  maskOf(leaf: RuleLeaf): bigint;
  /** The class of a value; 0n for none (unknown, or a value of a wrong type). */
  maskOfValue(value: FactValue | null | undefined): bigint;
};

/** The facts of a rule with their classes, by name. */
export function classesOfRule(
  rule: RuleNode,
  definitions: ReadonlyMap<string, FactDefinition>,
  today: PlainDate,
): ReadonlyMap<string, FactClasses> {
  const byFact = groupBy(leavesOf(rule), (entry) => entry.leaf.fact);
  return new Map(
    [...byFact].map(([fact, leaves]) => [fact, classesOfFact(fact, leaves, definitions.get(fact), today)]),
  );
}

function classesOfFact(
  fact: string,
  ruleLeaves: readonly RuleLeaf[],
  definition: FactDefinition | undefined,
  today: PlainDate,
): FactClasses {
  const leaves = ruleLeaves.map((entry) => entry.leaf);
  const holds = (leaf: Leaf, value: FactValue) => operatorTests[leaf.operator](value, leaf.value, today);
  const patternOf = (value: FactValue) => leaves.map((leaf) => (holds(leaf, value) ? "1" : "0")).join("");
  const grouped = groupBy(representatives(leaves, definition, today), patternOf);
  const classes = [...grouped].map(([pattern, samples]) => ({ pattern, samples }));
  const bits = (test: (pattern: string) => boolean) =>
    classes.reduce((mask, { pattern }, index) => (test(pattern) ? mask | (1n << BigInt(index)) : mask), 0n);
  return {
    fact,
    slot: ruleLeaves[0]?.slot ?? 0,
    classes,
    maskOf: (entry) => bits((pattern) => (pattern[ruleLeaves.indexOf(entry)] === "1") !== entry.negated),
    maskOfValue: (value) =>
      value === null || value === undefined ? 0n : bits((pattern) => pattern === patternOf(value)),
  };
}

/** Sample values of the classes in a mask. */
export function samplesOf({ classes }: FactClasses, mask: bigint): readonly FactValue[] {
  return classes.flatMap(({ samples }, index) => ((mask >> BigInt(index)) & 1n ? samples : []));
}
