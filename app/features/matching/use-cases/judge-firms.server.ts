import { isForRegion, placesOf, regionChain } from "~/features/policies/domain/catalogue";
import { isOffered } from "~/features/policies/domain/offer";
import type { Facts } from "~/features/policies/domain/policy-item";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { judgeInSql, oddProfiles, type Judged } from "../adapters/wide.repository.server";
import { amountOf, factsOfAmount } from "../domain/amount";
import { natureOf } from "../domain/amount-nature";
import { slotValues } from "../domain/fact-slots";
import { kleene } from "../domain/kleene";
import type { KnownMatch } from "../domain/match-changes";
import { nothingReceived, type Received } from "../domain/received";
import type { RuleNode } from "../domain/rule";
import { sqlOfRules } from "../domain/rule-sql";
import { compiledCatalogue } from "./compiled-catalogue.server";

/** Judges firms by the items that are offered today, in one scan; firms with odd facts by closures. */
export async function judgeFirms(
  deps: Deps,
  itemIds: readonly string[],
  enterpriseIds: readonly string[],
  received: ReadonlyMap<string, Received>,
): Promise<ReadonlyMap<string, readonly KnownMatch[]>> {
  const today = shanghaiDay(deps.clock.now());
  const offered = itemIds
    .flatMap((id) => deps.catalogue.byId.get(id) ?? [])
    .filter(({ item }) => isOffered(item, today));
  return judgeByItems(deps, offered, enterpriseIds, received);
}

/** The same by any items, whether or not they are in force. */
export async function judgeByItems(
  deps: Deps,
  items: readonly PublishedItem[],
  enterpriseIds: readonly string[],
  received: ReadonlyMap<string, Received>,
): Promise<ReadonlyMap<string, readonly KnownMatch[]>> {
  if (items.length === 0) return new Map();
  const rules = sqlOfRules(
    items.map((published) => ruleForPlace(deps, published)),
    deps.catalogue.registry.facts,
    shanghaiDay(deps.clock.now()),
  );
  const figures = [...new Set(items.flatMap(({ item }) => factsOfAmount(item)))];
  const judged = [
    ...(await judgeInSql(deps.tx, rules, enterpriseIds, figures)),
    ...(await judgeOdd(deps, items, enterpriseIds)),
  ];
  return new Map(
    judged.map((firm) => [
      firm.enterpriseId,
      matchesOf(firm, items, received.get(firm.enterpriseId) ?? nothingReceived),
    ]),
  );
}

function matchesOf({ verdicts, facts }: Judged, items: readonly PublishedItem[], received: Received): KnownMatch[] {
  return items.flatMap(({ item, versionId }, index) => {
    const holds = verdicts[index];
    if (holds === false || holds === undefined) return [];
    const verdict = holds ? ("eligible" as const) : ("unknown" as const);
    return [
      {
        itemId: item.id,
        verdict,
        fen: amountOf(item, facts, received).fen,
        nature: natureOf(item),
        itemVersionId: versionId,
      },
    ];
  });
}

/** An item's rule, for firms of its own region and the places below. */
function ruleForPlace({ catalogue }: Deps, { item }: PublishedItem): RuleNode {
  const rule = compiledItem(catalogue, item.id).rule;
  if (item.region === "000000") return rule;
  const places = [...placesOf(catalogue.registry.regions, item.region)];
  const here: RuleNode = {
    kind: "leaf",
    slot: 0,
    leaf: { fact: "region", operator: "in", value: places },
    negated: false,
    path: "",
  };
  return { kind: "all", children: [here, rule], path: "" };
}

function compiledItem(catalogue: Deps["catalogue"], itemId: string) {
  const compiled = compiledCatalogue(catalogue).byId.get(itemId);
  if (!compiled) throw new Error(`${itemId} is not in the compiled catalogue`);
  return compiled;
}

async function judgeOdd(
  deps: Deps,
  items: readonly PublishedItem[],
  enterpriseIds: readonly string[],
): Promise<Judged[]> {
  const { registry } = deps.catalogue;
  const { slots } = compiledCatalogue(deps.catalogue);
  const today = shanghaiDay(deps.clock.now());
  const verdictOf = ({ item }: PublishedItem, facts: Facts) => {
    if (!isForRegion(item, regionChain(registry.regions, String(facts["region"])))) return false;
    const value = compiledItem(deps.catalogue, item.id).test(slotValues(facts, slots), today);
    return value === kleene.unknown ? null : value === kleene.true;
  };
  const odd = await oddProfiles(deps.tx, enterpriseIds);
  return odd.map(({ enterpriseId, facts }) => ({
    enterpriseId,
    facts,
    verdicts: items.map((published) => verdictOf(published, facts)),
  }));
}
