import { codeNames } from "~/features/matching/domain/code-names";
import { compileExplanation, type Explanation, type LeafExplanation } from "~/features/matching/domain/explain";
import { factSlots, slotValues } from "~/features/matching/domain/fact-slots";
import { buildRule } from "~/features/matching/domain/rule";
import { factInWords } from "~/features/matching/domain/value-words";
import { leafInWords } from "~/features/matching/domain/words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Frozen } from "./case-figures";

/** The conditions that frozen figures do not meet, in Chinese words, beside the firm's own figure. */
export function failedClauses(item: PolicyItem, frozen: Frozen, registry: Catalogue): { clause: string; own: string }[] {
  const slots = factSlots();
  const explain = compileExplanation(buildRule(item.conditions, slots), registry.facts);
  const names = codeNames(registry, "zh");
  return failedLeaves(explain(slotValues(frozen.facts, slots), frozen.asOf)).flatMap((leaf) => {
    const definition = registry.facts.get(leaf.fact);
    return definition ? [{ clause: leafInWords(leaf, definition, "zh", names), own: factInWords(leaf.own, definition, "zh", names) }] : [];
  });
}

/** Only what made the whole fail: an alternative that was not taken is no failure. */
function failedLeaves(node: Explanation): readonly LeafExplanation[] {
  if (node.outcome !== "unmet") return [];
  return node.kind === "leaf" ? [node] : node.children.flatMap(failedLeaves);
}
