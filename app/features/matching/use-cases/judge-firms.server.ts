import { isForRegion, placesOf, regionChain } from "~/features/policies/domain/catalogue";
import { isOffered } from "~/features/policies/domain/offer";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { judgeInSql, wholeProfiles, type Judged } from "../adapters/wide.repository.server";
import { amountOf, factsOfAmount } from "../domain/amount/amount";
import { natureOf } from "../domain/amount/amount-nature";
import { slotValues, type SlotValues } from "../domain/evaluate/fact-slots";
import { kleene } from "../domain/evaluate/kleene";
import type { StoredMatch } from "../domain/matches/match-changes";
import { nothingReceived, type Received } from "~/features/claims/domain/received";
import type { RuleNode } from "../domain/evaluate/rule";
import { sqlOfRules } from "../domain/register/rule-sql";
import { compiledCatalogue } from "./compiled-catalogue.server";

/** Judges firms by the items that are offered today: many in one scan, few and those with odd facts by closures. */
export async function judgeFirms(
  deps: Deps,
  itemIds: readonly string[],
  enterpriseIds: readonly string[],
  received: ReadonlyMap<string, Received>,
): Promise<ReadonlyMap<string, readonly StoredMatch[]>> {
  const today = shanghaiDay(deps.clock.now());
  const offered = itemIds
    .flatMap((id) => deps.catalogue.byId.get(id) ?? [])
    .filter(({ item }) => isOffered(item, today));
  return judgeByItems(deps, offered, enterpriseIds, received);
}

/** For no more firms than these, closures are quicker than the plan of a scan. */
const few = 25;

/** The same by any items, whether or not they are in force. */
export async function judgeByItems(
  deps: Deps,
  items: readonly PublishedItem[],
  enterpriseIds: readonly string[],
  received: ReadonlyMap<string, Received>,
): Promise<ReadonlyMap<string, readonly StoredMatch[]>> {
  if (items.length === 0) return new Map();
  const scanned = enterpriseIds.length > few ? await scanFirms(deps, items, enterpriseIds) : [];
  const isScanned = new Set(scanned.map(({ enterpriseId }) => enterpriseId));
  const others = enterpriseIds.filter((id) => !isScanned.has(id));
  const judged = [...scanned, ...(await judgeByClosures(deps, items, others))];
  return new Map(
    judged.map((firm) => [
      firm.enterpriseId,
      matchesOf(firm, items, received.get(firm.enterpriseId) ?? nothingReceived),
    ]),
  );
}

function matchesOf({ verdicts, facts }: Judged, items: readonly PublishedItem[], received: Received): StoredMatch[] {
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

/** Judges firms in one scan; those with odd facts are left out. */
function scanFirms(deps: Deps, items: readonly PublishedItem[], enterpriseIds: readonly string[]): Promise<Judged[]> {
  const rules = sqlOfRules(
    items.map((published) => ruleForPlace(deps, published)),
    deps.catalogue.registry.facts,
    shanghaiDay(deps.clock.now()),
  );
  const figures = [...new Set(items.flatMap(({ item }) => factsOfAmount(item)))];
  return judgeInSql(deps.tx, rules, enterpriseIds, figures);
}

async function judgeByClosures(
  deps: Deps,
  items: readonly PublishedItem[],
  enterpriseIds: readonly string[],
): Promise<Judged[]> {
  if (enterpriseIds.length === 0) return [];
  const { registry } = deps.catalogue;
  const { slots } = compiledCatalogue(deps.catalogue);
  const today = shanghaiDay(deps.clock.now());
  const verdictOf = ({ item }: PublishedItem, values: SlotValues, places: readonly string[]) => {
    if (!isForRegion(item, places)) return false;
    const value = compiledItem(deps.catalogue, item.id).test(values, today);
    return value === kleene.unknown ? null : value === kleene.true;
  };
  const profiles = await wholeProfiles(deps.tx, enterpriseIds);
  return profiles.map(({ enterpriseId, facts }) => {
    const values = slotValues(facts, slots);
    const places = regionChain(registry.regions, String(facts["region"]));
    return { enterpriseId, facts, verdicts: items.map((published) => verdictOf(published, values, places)) };
  });
}
