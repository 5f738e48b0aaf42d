import type { PlainDate } from "~/kernel/plain-date";
import { compileRule } from "./evaluate";
import type { SlotValues } from "./fact-slots";
import { kleene, type RuleTest } from "./kleene";
import type { RuleNode } from "./rule";

/** Facts that an open verdict hangs on, for one profile by slot. */
export type MissingFacts = (values: SlotValues, today: PlainDate) => readonly string[];

type Open = { test: RuleTest; collect: (values: SlotValues, today: PlainDate, into: Set<string>) => void };

/**
 * For a rule that cannot be told yet: the unknown facts that can still change it, in the order of the text. Conditions
 * already settled by other facts ask for nothing; once all of these facts are known the verdict is settled.
 * Empty when the verdict is settled.
 */
export function compileMissingFacts(node: RuleNode): MissingFacts {
  const { collect } = openPart(node);
  return (values, today) => {
    const names = new Set<string>();
    collect(values, today, names);
    return [...names];
  };
}

function openPart(node: RuleNode): Open {
  const test = compileRule(node);
  if (node.kind === "leaf") {
    const { fact } = node.leaf;
    return { test, collect: (values, today, into) => void (test(values, today) === kleene.unknown && into.add(fact)) };
  }
  const children = node.children.map(openPart);
  return {
    test,
    collect: (values, today, into) => {
      if (test(values, today) !== kleene.unknown) return;
      for (const child of children) child.collect(values, today, into);
    },
  };
}
