import { isForRegion, regionChain, type Catalogue } from "~/features/policies/domain/catalogue";
import { isOffered } from "~/features/policies/domain/offer";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";
import { stateOn, type ValidityState } from "~/features/policies/domain/validity";
import type { PlainDate } from "~/kernel/plain-date";
import { amountOf, type AmountResult } from "../amount/amount";
import { compileRule } from "../evaluate/evaluate";
import { compileExplanation, type Explain } from "../explain/explain";
import { factSlots, slotValues, type FactSlots, type SlotValues } from "../evaluate/fact-slots";
import { verdictOf, type RuleTest, type Verdict } from "../evaluate/kleene";
import { compileMissingFacts, type MissingFacts } from "../evaluate/missing-facts";
import type { Received } from "~/features/claims/domain/received";
import { buildRule, factsOfRule, type RuleNode } from "../evaluate/rule";

/** An item made executable. */
export type CompiledItem = {
  item: PolicyItem;
  rule: RuleNode;
  test: RuleTest;
  missing: MissingFacts;
  explain: Explain;
  /** Facts its conditions read. */
  facts: readonly string[];
};

/** A catalogue made executable once; profiles are read by its slots. */
export type CompiledCatalogue = {
  items: readonly CompiledItem[];
  byId: ReadonlyMap<string, CompiledItem>;
  slots: FactSlots;
  regions: Catalogue["regions"];
};

/** What one item says to one firm. */
export type ItemMatch = {
  itemId: string;
  verdict: Verdict;
  validity: ValidityState;
  /** In force with its window open on the day. */
  offered: boolean;
  /** For eligible items what is owed, for unknown ones what it would bring; null for ineligible ones. */
  amount: AmountResult | null;
  /** Facts that settle an unknown verdict. */
  missing: readonly string[];
};

/** Makes every item executable over one table of slots. */
export function compileCatalogue(
  items: readonly PolicyItem[],
  registries: { facts: ReadonlyMap<string, FactDefinition>; regions: Catalogue["regions"] },
): CompiledCatalogue {
  const slots = factSlots();
  const compiled = items.map((item) => compileItem(item, slots, registries.facts));
  return {
    items: compiled,
    byId: new Map(compiled.map((entry) => [entry.item.id, entry])),
    slots,
    regions: registries.regions,
  };
}

function compileItem(
  item: PolicyItem,
  slots: FactSlots,
  definitions: ReadonlyMap<string, FactDefinition>,
): CompiledItem {
  const rule = buildRule(item.conditions, slots);
  const explain = compileExplanation(rule, definitions);
  return { item, rule, test: compileRule(rule), missing: compileMissingFacts(rule), explain, facts: factsOfRule(rule) };
}

/** One item against one profile by slot; `facts` is the same profile by name, for the amount. */
export function matchItem(
  compiled: CompiledItem,
  values: SlotValues,
  facts: Facts,
  today: PlainDate,
  received: Received,
): ItemMatch {
  const { item } = compiled;
  const verdict = verdictOf(compiled.test(values, today));
  return {
    itemId: item.id,
    verdict,
    validity: stateOn(item, today),
    offered: isOffered(item, today),
    amount: verdict === "ineligible" ? null : amountOf(item, facts, received),
    missing: verdict === "unknown" ? compiled.missing(values, today) : [],
  };
}

/** All items meant for firms of a place (nation, province, city, county), in the catalogue's order. Nothing of other places. */
export function matchFirm(
  catalogue: CompiledCatalogue,
  facts: Facts,
  regionCode: string,
  today: PlainDate,
  received: Received,
): readonly ItemMatch[] {
  const chain = regionChain(catalogue.regions, regionCode);
  const values = slotValues(facts, catalogue.slots);
  return catalogue.items
    .filter((compiled) => isForRegion(compiled.item, chain))
    .map((compiled) => matchItem(compiled, values, facts, today, received));
}
