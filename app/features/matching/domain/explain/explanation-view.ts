import type { Catalogue } from "~/features/policies/domain/catalogue";
import { isSettled } from "~/features/policies/domain/concern";
import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";
import { codeNames } from "~/features/policies/domain/code-names";
import { nearestFirst, type Explanation, type LeafExplanation, type Outcome } from "./explain";
import { gapWithYuan } from "./gap-yuan";
import { factInWords, type CodeNames, type Language } from "~/features/policies/domain/value-words";
import { leafInWords } from "~/features/policies/domain/condition-words";

/** An explanation in words, ready for a page. */
export type ExplanationView =
  | { kind: "leaf"; key: string; outcome: Outcome; clause: string; fact: string; own: string; gap: string | null }
  | { kind: "all" | "any"; key: string; outcome: Outcome; children: ExplanationView[] };

type Registry = Pick<Catalogue, "facts" | "regions" | "industries">;

/** Puts an explanation in words; alternatives come with the nearest first. `facts` gives the base of ratios, for the yuan of a gap. */
export function explanationView(
  node: Explanation,
  registry: Registry,
  language: Language,
  facts: Facts,
): ExplanationView {
  if (node.kind !== "leaf") {
    const children = node.kind === "any" ? nearestFirst(node.children) : node.children;
    return {
      kind: node.kind,
      key: `${node.path}:${node.kind}`,
      outcome: node.outcome,
      children: children.map((child) => explanationView(child, registry, language, facts)),
    };
  }
  const definition = registry.facts.get(node.fact);
  const names = codeNames(registry, language);
  return {
    kind: "leaf",
    key: node.path,
    outcome: node.outcome,
    clause: definition ? leafInWords(node, definition, language, names) : node.fact,
    fact: node.fact,
    own: definition ? ownInWords(node.own, definition, { names, language, facts }) : String(node.own ?? ""),
    gap: node.gap && gapWithYuan(node.gap, node.fact, facts, language),
  };
}

const bySettled = { zh: "（按行业、组织形式或规模推定）", en: " (presumed from industry, form or size)" };

type Reading = { names: CodeNames; language: Language; facts: Facts };

function ownInWords(
  own: LeafExplanation["own"],
  definition: FactDefinition,
  { names, language, facts }: Reading,
): string {
  const words = factInWords(own, definition, language, names);
  return isSettled(own, definition, facts) ? `${words}${bySettled[language]}` : words;
}
