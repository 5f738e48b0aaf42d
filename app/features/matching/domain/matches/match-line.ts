import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { FactDefinition, Facts, FactValue } from "~/features/policies/domain/fact-definition";
import type { ValidityState } from "~/features/policies/domain/validity";
import type { PlainDate } from "~/kernel/plain-date";
import { natureOf, type AmountNature } from "../amount/amount-nature";
import { codeNames } from "~/features/policies/domain/code-names";
import type { Verdict } from "../evaluate/kleene";
import { explainedLeaves, type LeafExplanation, type Outcome } from "../explain/explain";
import type { SlotValues } from "../evaluate/fact-slots";
import { matchItem, type CompiledItem, type ItemMatch } from "./match-firm";
import type { Received } from "~/features/claims/domain/received";
import type { CodeNames } from "~/features/policies/domain/value-words";
import { gapInWords, leafInWords } from "~/features/policies/domain/condition-words";

/** One condition in words with what became of it. */
export type Reason = { condition: string; outcome: Outcome; fact: string; own: FactValue | null; gap: string | null };

/** What one item says to one profile, as plain JSON. */
export type MatchLine = {
  itemId: string;
  verdict: Verdict;
  /** Fen as text. Eligible: what is owed; unknown: what it would bring; ineligible: "0". null: a fact of the sum is missing. */
  amountFen: string | null;
  amountNature: AmountNature;
  validity: ValidityState;
  offered: boolean;
  reasons: readonly Reason[];
  missing: readonly string[];
};

export type MatchInput = { values: SlotValues; facts: Facts; today: PlainDate; received: Received };

/** Matches one item and puts the result in words. */
export function matchLine(compiled: CompiledItem, input: MatchInput, registries: Catalogue): MatchLine {
  const match = matchItem(compiled, input.values, input.facts, input.today, input.received);
  const leaves = explainedLeaves(compiled.explain(input.values, input.today));
  const names = codeNames(registries, "zh");
  return {
    itemId: match.itemId,
    verdict: match.verdict,
    amountFen: amountText(match),
    amountNature: natureOf(compiled.item),
    validity: match.validity,
    offered: match.offered,
    reasons: leaves.map((leaf) => reasonOf(leaf, registries.facts.get(leaf.fact), names)),
    missing: match.missing,
  };
}

function amountText({ amount }: ItemMatch): string | null {
  return amount === null ? "0" : (amount.fen?.toString() ?? null);
}

function reasonOf(leaf: LeafExplanation, definition: FactDefinition | undefined, names: CodeNames): Reason {
  const condition = definition ? leafInWords(leaf, definition, "zh", names) : leaf.fact;
  return {
    condition,
    outcome: leaf.outcome,
    fact: leaf.fact,
    own: leaf.own,
    gap: leaf.gap && gapInWords(leaf.gap, "zh"),
  };
}
