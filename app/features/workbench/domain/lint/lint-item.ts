import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { saysOnce, type OnceList } from "~/features/policies/domain/once";
import type { PlainDate } from "~/kernel/plain-date";
import type { Finding } from "./finding";
import { englishWordsOf, type Named } from "./english/english-words";
import { lintEnglish } from "./english/lint-english";
import { lintAmount } from "./lint-amount";
import { lintClaims } from "./lint-claims";
import { lintConditions } from "./lint-conditions";
import { lintDocument } from "./lint-document";
import { lintCompetition, lintEvidence, lintLists, lintNotes } from "./lint-evidence";
import { lintNeighbours } from "./lint-neighbours";
import { lintPlaces, type PlaceRegistry } from "./lint-places";
import { lintPunctuation } from "./lint-punctuation";
import { lintSums } from "./lint-sums";
import { lintThresholds } from "./lint-thresholds";
import { lintUplift } from "./lint-uplift";
import { lintWords } from "./lint-words";
import { lintYears } from "./lint-years";

export type LintRegistry = Named &
  PlaceRegistry & {
    facts: ReadonlyMap<string, FactDefinition>;
    documentIdOf(itemId: string): string;
    once: OnceList;
  };

/** Everything doubtful in one item by itself. The item must have the right shape and name facts of the registry. */
export function lintItem(item: PolicyItem, registry: LintRegistry, today: PlainDate): Finding[] {
  const { facts, once } = registry;
  const found = [
    ...lintConditions(item, facts, today),
    ...lintYears(item, facts),
    ...lintAmount(item, facts),
    ...lintEvidence(item, facts),
    ...lintCompetition(item, facts),
    ...lintLists(item, facts),
    ...lintNotes(item),
    ...lintWords(item, facts),
    ...lintSums(item),
    ...lintThresholds(item, facts),
    ...lintUplift(item),
    ...lintDocument(item, today),
    ...lintPunctuation(item),
    ...lintPlaces(item, registry),
    ...lintClaims(item),
    ...lintEnglish(item, englishWordsOf(registry)),
    ...(saysOnce(item) && !Object.hasOwn(once, item.id) ? [{ code: "onceUnlisted" as const, path: "/summary" }] : []),
  ];
  return found.map((finding) => ({ itemId: item.id, ...finding }));
}

/** Everything doubtful in a catalogue: in each item, and between items. */
export function lintCatalogue(items: readonly PolicyItem[], registry: LintRegistry, today: PlainDate): Finding[] {
  return [...items.flatMap((item) => lintItem(item, registry, today)), ...lintNeighbours(items, registry)];
}
