import type { Condition, Facts } from "~/features/policies/domain/policy-item";
import type { PlainDate } from "~/kernel/plain-date";
import { factSlots, slotValues, type SlotValues } from "./fact-slots";
import { operatorTests } from "./operators";
import { buildRule, type RuleLeaf, type RuleNode } from "./rule";

/** Kleene's three values, ordered: `all` is the least, `any` the greatest of its children. */
export const kleene = { false: 0, unknown: 1, true: 2 } as const;
export type Kleene = 0 | 1 | 2;

export type Verdict = "eligible" | "ineligible" | "unknown";
const verdicts = ["ineligible", "unknown", "eligible"] as const satisfies readonly Verdict[];

/** A rule made executable: one profile by slot, one day. */
export type RuleTest = (values: SlotValues, today: PlainDate) => Kleene;

/** What a value of Kleene's logic says of an item's conditions. */
export function verdictOf(value: Kleene): Verdict {
  return verdicts[value];
}

/** Makes a rule executable as closures. A missing or null fact is unknown; known facts compare as in json-rules-engine. */
export function compileRule(node: RuleNode): RuleTest {
  if (node.kind === "leaf") return compileLeaf(node);
  const children = node.children.map(compileRule);
  return node.kind === "all" ? least(children) : greatest(children);
}

function compileLeaf({ slot, leaf, negated }: RuleLeaf): RuleTest {
  const test = operatorTests[leaf.operator];
  const { value } = leaf;
  const held: Kleene = negated ? kleene.false : kleene.true;
  const failed: Kleene = negated ? kleene.true : kleene.false;
  return (values, today) => {
    const fact = values[slot];
    if (fact === undefined || fact === null) return kleene.unknown;
    return test(fact, value, today) ? held : failed;
  };
}

function least(children: readonly RuleTest[]): RuleTest {
  return (values, today) => {
    let result: Kleene = kleene.true;
    for (const child of children) {
      const value = child(values, today);
      if (value === kleene.false) return kleene.false;
      if (value < result) result = value;
    }
    return result;
  };
}

function greatest(children: readonly RuleTest[]): RuleTest {
  return (values, today) => {
    let result: Kleene = kleene.false;
    for (const child of children) {
      const value = child(values, today);
      if (value === kleene.true) return kleene.true;
      if (value > result) result = value;
    }
    return result;
  };
}

/** Verdict on one condition tree for one profile: for single questions; a register compiles once and keeps slots. */
export function evaluateCondition(condition: Condition, facts: Facts, today: PlainDate): Verdict {
  const slots = factSlots();
  const test = compileRule(buildRule(condition, slots));
  return verdictOf(test(slotValues(facts, slots), today));
}
