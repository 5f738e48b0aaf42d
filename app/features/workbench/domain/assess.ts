import { codeNames } from "~/features/policies/domain/code-names";
import type { ExplanationView } from "~/features/matching/domain/explain/explanation-view";
import type { Language } from "~/features/policies/domain/value-words";
import { leafInWords } from "~/features/policies/domain/condition-words";
import { amountLines, type AmountLine } from "~/features/policies/domain/amount-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { leavesOf } from "~/features/policies/domain/walk-conditions";
import type { PlainDate } from "~/kernel/plain-date";
import { problemsOf, type Checked } from "./check-draft";
import type { Finding } from "./lint/finding";
import { findingInWords } from "./lint/finding-words";
import { slashed } from "./lint/lint-evidence";
import { lintItem } from "./lint/lint-item";
import { lintNeighbours } from "./lint/lint-neighbours";
import { recordOf, type LintRecord } from "./lint/lint-records";
import { problemInWords } from "./problem-words";
import { ruleInWords } from "./rule-words";

/** A finding for the page. `key` names it in the draft's explanations; `why` is the reason it stays. */
export type ShownFinding = { key: string; path: string; code: string; text: string; why: string | null };
export type Assessment = {
  problems: { path: string; text: string }[];
  findings: ShownFinding[];
  /** each comparison in words by its place */
  words: Record<string, string>;
  rule: ExplanationView;
  amount: AmountLine[];
};

type Draft = Checked & { explained: Readonly<Record<string, string>> };
type Around = { catalogue: Catalogue; records: readonly LintRecord[]; today: PlainDate; language: Language };

/** What the page says of a draft: what is wrong, what is doubtful, and the rule in words. */
export function assess(
  { content, documentId, redemption, explained }: Draft,
  { catalogue, records, today, language }: Around,
): Assessment {
  const names = codeNames(catalogue, language);
  const words = Object.fromEntries(
    leavesOf(content.conditions).map(({ at, node }) => {
      const definition = catalogue.facts.get(node.fact);
      return [slashed(at), definition ? leafInWords(node, definition, language, names) : node.fact];
    }),
  );
  const problems = problemsOf({ content, documentId, redemption }, catalogue).map(({ path, reason }) => ({
    path,
    text: problemInWords(reason, language),
  }));
  const found = problems.length > 0 ? [] : findingsOf(content, documentId, catalogue, today);
  const naming = { facts: catalogue.facts, placed: (at: string) => words[at] ?? at };
  const findings = found.map((finding): ShownFinding => {
    const key = keyOf(finding);
    return {
      key,
      path: finding.path,
      code: finding.code,
      text: findingInWords(finding, naming, language),
      why: explained[key] || (recordOf(finding, records)?.why ?? null),
    };
  });
  return {
    problems,
    findings,
    words,
    rule: ruleInWords(content.conditions, { catalogue, today, language }),
    amount: amountLines(content.amount, { facts: catalogue.facts, language }),
  };
}

function keyOf({ code, path }: Finding): string {
  return `${code} ${path}`;
}

/** Findings of the draft itself and of its place among the other items in force. */
function findingsOf(item: PolicyItem, documentId: string, catalogue: Catalogue, today: PlainDate): Finding[] {
  const registry = {
    ...catalogue,
    documentIdOf: (id: string) => (id === item.id ? documentId : catalogue.documentIdOf(id)),
  };
  const others = catalogue.items.filter(({ id }) => id !== item.id);
  return [
    ...lintItem(item, registry, today),
    ...lintNeighbours([...others, item], registry).filter(({ itemId }) => itemId === item.id),
  ];
}
