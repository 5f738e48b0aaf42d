import type { Operator } from "~/features/policies/domain/condition-schema";
import { isRelativeYear } from "~/features/policies/domain/relative-year";
import { kleene, type Kleene, type RuleTest } from "./kleene";
import { operatorTests } from "~/features/policies/domain/operators";
import type { RuleLeaf } from "./rule";

type Compile = (node: RuleLeaf, passed: Kleene, failed: Kleene) => RuleTest;

/** Makes one comparison executable: unknown for a missing or null fact, else what the operator says, turned round if negated. */
export function compileLeaf(node: RuleLeaf): RuleTest {
  const held: Kleene = node.negated ? kleene.false : kleene.true;
  const failed: Kleene = node.negated ? kleene.true : kleene.false;
  const isInlined = !isRelativeYear(node.leaf.value);
  return ((isInlined ? inlined[node.leaf.operator] : undefined) ?? byOperator)(node, held, failed);
}

const byOperator: Compile = ({ slot, leaf }, held, failed) => {
  const test = operatorTests[leaf.operator];
  const { value } = leaf;
  return (values, today) => {
    const fact = values[slot];
    if (fact === undefined || fact === null) return kleene.unknown;
    return test(fact, value, today) ? held : failed;
  };
};

// Nine of ten conditions use these four; written out they run twice as fast, since each closure stays monomorphic.
const inlined: Partial<Record<Operator, Compile>> = {
  equal:
    ({ slot, leaf: { value } }, held, failed) =>
    (values) => {
      const fact = values[slot];
      if (fact === undefined || fact === null) return kleene.unknown;
      return fact === value ? held : failed;
    },
  startsWithAny: (node, held, failed) => {
    const { slot, leaf } = node;
    const [prefix, ...others] = leaf.value as readonly string[];
    if (prefix === undefined || others.length > 0) return byOperator(node, held, failed);
    return (values) => {
      const fact = values[slot];
      if (fact === undefined || fact === null) return kleene.unknown;
      return typeof fact === "string" && fact.startsWith(prefix) ? held : failed;
    };
  },
  greaterThan:
    ({ slot, leaf: { value } }, held, failed) =>
    (values, today) => {
      const fact = values[slot];
      if (fact === undefined || fact === null) return kleene.unknown;
      return (typeof fact === "number" ? fact > (value as number) : operatorTests.greaterThan(fact, value, today))
        ? held
        : failed;
    },
  greaterThanInclusive:
    ({ slot, leaf: { value } }, held, failed) =>
    (values, today) => {
      const fact = values[slot];
      if (fact === undefined || fact === null) return kleene.unknown;
      return (
        typeof fact === "number" ? fact >= (value as number) : operatorTests.greaterThanInclusive(fact, value, today)
      )
        ? held
        : failed;
    },
};
