import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { compileLeaf } from "./compile-leaf";
import { factSlots, slotValues } from "./fact-slots";
import { kleene, verdictOf, type Kleene, type RuleTest, type Verdict } from "./kleene";
import { buildRule, type RuleNode } from "./rule";

/** Makes a rule executable as closures. A missing or null fact is unknown; known facts compare as in json-rules-engine. */
export function compileRule(node: RuleNode): RuleTest {
  if (node.kind === "leaf") return compileLeaf(node);
  const children = node.children.map(compileRule);
  return node.kind === "all" ? least(children) : greatest(children);
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
