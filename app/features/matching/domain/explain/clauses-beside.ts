import { amountLines, type AmountLine } from "~/features/policies/domain/amount-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { clauseOf, clausesOf } from "~/features/policies/domain/clauses";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Leaf } from "~/features/policies/domain/condition-schema";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { amountFacts, leavesOf } from "~/features/policies/domain/walk-conditions";
import { codeNames } from "~/features/policies/domain/code-names";
import type { Language } from "~/features/policies/domain/value-words";
import { leafInWords } from "~/features/policies/domain/condition-words";

type Registry = Pick<Catalogue, "facts" | "regions" | "industries">;
type Item = Pick<PolicyItem, "summary" | "conditions" | "amount">;

/** Each comparison of an item in words, with the fact and the value it names. */
export function leavesInWords({ conditions }: Pick<Item, "conditions">, registry: Registry, language: Language) {
  const names = codeNames(registry, language);
  return leavesOf(conditions).flatMap(({ at, node }) => {
    const definition = registry.facts.get(node.fact);
    const negated = at.split(".not").length % 2 === 0;
    return definition
      ? [{ rule: leafInWords({ ...node, negated }, definition, language, names), leaf: node, definition }]
      : [];
  });
}

/** The rule of an item clause by clause: what it asks and gives, each beside the words of the summary; null where they don't say it. */
export function clausesBeside(
  item: Item,
  registry: Registry,
  language: Language,
): { conditions: { rule: string; words: string | null }[]; amount: { lines: AmountLine[]; words: string[] } } {
  const clauses = clausesOf(item.summary);
  const conditions = leavesInWords(item, registry, language).map(({ rule, leaf, definition }) => ({
    rule,
    words: clauseOf(clauses, tracesOf(leaf, definition)),
  }));
  const names = amountFacts(item.amount).flatMap(({ node }) => registry.facts.get(node)?.zh ?? []);
  const said = figuresIn(item.amount).map((figure) => clauseOf(clauses, { figures: [figure], names: [] }));
  const found = [...said, clauseOf(clauses, { figures: [], names })].filter((clause) => clause !== null);
  return {
    conditions,
    amount: {
      lines: amountLines(item.amount, { facts: registry.facts, language }),
      words: clauses.filter((clause) => found.includes(clause)),
    },
  };
}

function tracesOf({ value }: Leaf, { zh, values }: FactDefinition) {
  const parts = [value].flat();
  const figures = parts.filter((part): part is number => typeof part === "number");
  const members = parts.flatMap((part) => values?.find((member) => member.value === part)?.zh ?? []);
  return { figures, names: [zh, ...members] };
}

/** Sums, rates and steps of a rule, wherever they stand in it. */
function figuresIn(rule: unknown): number[] {
  if (typeof rule === "number") return rule === 0 ? [] : [rule];
  return rule !== null && typeof rule === "object" ? Object.values(rule).flatMap(figuresIn) : [];
}
