import { codeNames } from "~/features/policies/domain/code-names";
import {
  compileExplanation,
  explainedLeaves,
  type Explanation,
  type LeafExplanation,
} from "~/features/matching/domain/explain/explain";
import { factSlots, slotValues } from "~/features/matching/domain/evaluate/fact-slots";
import { buildRule } from "~/features/matching/domain/evaluate/rule";
import { factInWords, type Language } from "~/features/policies/domain/value-words";
import { leafInWords } from "~/features/policies/domain/condition-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Frozen } from "./submission";

/** One condition of an item in words, beside the firm's own figure; `failed` where the frozen figures do not meet it. `path`: its place. */
export type CaseClause = { path: string; clause: string; own: string; failed: boolean };

/** Every condition of an item, in the order of its text. */
export function clausesOf(item: PolicyItem, frozen: Frozen, registry: Catalogue, language: Language): CaseClause[] {
  const slots = factSlots();
  const explained = compileExplanation(buildRule(item.conditions, slots), registry.facts)(
    slotValues(frozen.facts, slots),
    frozen.asOf,
  );
  const failed = new Set(failedLeaves(explained).map(({ path }) => path));
  const names = codeNames(registry, language);
  return explainedLeaves(explained).flatMap((leaf) => {
    const definition = registry.facts.get(leaf.fact);
    return definition
      ? [
          {
            path: leaf.path,
            clause: leafInWords(leaf, definition, language, names),
            own: factInWords(leaf.own, definition, language, names),
            failed: failed.has(leaf.path),
          },
        ]
      : [];
  });
}

/** A condition a refusal rests on; `denied` where the firm's own figure meets it, and the officials did not accept the figure. */
export type RefusedClause = { clause: string; own: string; denied: boolean };

/** The conditions a refusal rests on: those that the frozen figures do not meet, and those the officials named. */
export function refusedClauses(
  item: PolicyItem,
  frozen: Frozen,
  registry: Catalogue,
  language: Language,
  named: readonly string[],
): RefusedClause[] {
  const refused = clausesOf(item, frozen, registry, language).filter(
    ({ path, failed }) => failed || named.includes(path),
  );
  return refused.map(({ clause, own, failed }) => ({ clause, own, denied: !failed }));
}

/** What a refusal's document states of them, in Chinese. */
export function failedClauses(
  item: PolicyItem,
  frozen: Frozen,
  registry: Catalogue,
  named: readonly string[],
): { clause: string; own: string }[] {
  return refusedClauses(item, frozen, registry, "zh", named).map(({ clause, own, denied }) => ({
    clause,
    own: denied ? `申报为${own}，经审核不予认定` : own,
  }));
}

/** Only what made the whole fail: an alternative that was not taken is no failure. */
function failedLeaves(node: Explanation): readonly LeafExplanation[] {
  if (node.outcome !== "unmet") return [];
  return node.kind === "leaf" ? [node] : node.children.flatMap(failedLeaves);
}
