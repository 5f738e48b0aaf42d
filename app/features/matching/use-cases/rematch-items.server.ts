import { readReceivedByFirm } from "~/features/funds/use-cases/read-received.server";
import type { Actor } from "~/features/identity/domain/actor";
import { isOffered, regionChain } from "~/features/policies/domain/catalogue";
import type { PublishedItem } from "~/features/policies/domain/published-catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import type { MatchCause } from "~/platform/outbox.server";
import { perform, type Performing } from "~/platform/transact.server";
import { differing, knownMatches, lockFirms } from "../adapters/match.repository.server";
import { judgeInSql, oddProfiles, type Judged } from "../adapters/wide.repository.server";
import { amountOf, factsOfAmount } from "../domain/amount";
import { natureOf } from "../domain/amount-nature";
import { slotValues } from "../domain/fact-slots";
import { groupBy } from "../domain/group-by";
import { kleene } from "../domain/kleene";
import { changesBetween, type KnownMatch } from "../domain/match-changes";
import { nothingReceived } from "../domain/received";
import { sqlOf } from "../domain/rule-sql";
import { compiledCatalogue } from "./compiled-catalogue.server";
import { fillWideRows } from "./fill-wide-rows.server";
import { storeRematch } from "./store-rematch.server";

/** Firms whose differences are stored in one transaction. */
const chunk = 200;

type OfFirms = ReadonlyMap<string, readonly KnownMatch[]>;

/**
 * Matches items with all firms: each by one scan of the wide table, then only the firms for which something differs are
 * locked, looked at again, stored and told. An item that is withdrawn or not offered today ceases to match. Running it
 * again without a change does nothing.
 */
export async function rematchItems(context: Performing, actor: Actor, itemIds: readonly string[], cause: MatchCause): Promise<void> {
  await fillWideRows(context);
  for (const itemId of itemIds) {
    const firms = await perform(context, actor, (deps) => firmsThatDiffer(deps, itemId));
    for (let start = 0; start < firms.length; start += chunk) {
      await perform(context, actor, (deps) => rematchSome(deps, itemId, firms.slice(start, start + chunk), cause));
    }
  }
}

async function firmsThatDiffer(deps: Deps, itemId: string): Promise<string[]> {
  const before = await toldOf(deps, itemId, null);
  const after = await standing(deps, itemId, null);
  const both = [...new Set([...before.keys(), ...after.keys()])];
  return both.filter((id) => isDifferent(before.get(id) ?? [], after.get(id) ?? []));
}

function isDifferent(before: readonly KnownMatch[], after: readonly KnownMatch[]): boolean {
  return differing(before, after).length + differing(after, before).length > 0;
}

async function rematchSome(deps: Deps, itemId: string, enterpriseIds: readonly string[], cause: MatchCause): Promise<void> {
  const versions = await lockFirms(deps.tx, enterpriseIds);
  const told = await toldOf(deps, itemId, enterpriseIds);
  const now = await standing(deps, itemId, enterpriseIds);
  const rematches = [...versions].map(([enterpriseId, profileVersion]) => {
    const before = told.get(enterpriseId) ?? [];
    const after = now.get(enterpriseId) ?? [];
    return { enterpriseId, profileVersion, before, after, changes: changesBetween(before, after) };
  });
  await storeRematch(deps, rematches, { ...cause, ref: cause.ref ?? itemId });
}

async function toldOf({ tx }: Deps, itemId: string, enterpriseIds: readonly string[] | null): Promise<OfFirms> {
  const rows = await knownMatches(tx, { itemId, ...(enterpriseIds ? { enterpriseId: { in: [...enterpriseIds] } } : {}) });
  return groupBy(rows, (row) => row.enterpriseId);
}

/** How firms stand to an item today; firms it is not for are left out. */
async function standing(deps: Deps, itemId: string, enterpriseIds: readonly string[] | null): Promise<OfFirms> {
  const published = deps.catalogue.byId.get(itemId);
  if (!published || !isOffered(published.item, shanghaiDay(deps.clock.now()))) return new Map();
  const judged = await judge(deps, published, enterpriseIds);
  const received = published.item.topUp ? await readReceivedByFirm(deps, judged.map((each) => each.enterpriseId)) : new Map<string, never>();
  return new Map(
    judged.map(({ enterpriseId, holds, facts }) => {
      const { fen } = amountOf(published.item, facts, received.get(enterpriseId) ?? nothingReceived);
      const verdict = holds ? ("eligible" as const) : ("unknown" as const);
      return [enterpriseId, [{ itemId, verdict, fen, nature: natureOf(published.item.amount), itemVersionId: published.versionId }]];
    }),
  );
}

async function judge(deps: Deps, { item }: PublishedItem, enterpriseIds: readonly string[] | null): Promise<Judged[]> {
  const { registry } = deps.catalogue;
  const today = shanghaiDay(deps.clock.now());
  const catalogue = compiledCatalogue(deps.catalogue);
  const compiled = catalogue.byId.get(item.id);
  if (!compiled) return [];
  const scope = { enterpriseIds, regionCodes: placesOf(deps, item.region) };
  const inSql = await judgeInSql(deps.tx, sqlOf(compiled.rule, registry.facts, today), scope, factsOfAmount(item));
  const odd = (await oddProfiles(deps.tx, scope)).flatMap(({ enterpriseId, facts }): Judged[] => {
    const verdict = compiled.test(slotValues(facts, catalogue.slots), today);
    return verdict === kleene.false ? [] : [{ enterpriseId, holds: verdict === kleene.true || null, facts }];
  });
  return [...inSql, ...odd];
}

/** The places an item is for: its own region and everything below; null for the nation. */
function placesOf({ catalogue }: Deps, region: string): readonly string[] | null {
  const { regions } = catalogue.registry;
  return region === "000000" ? null : [...regions.keys()].filter((code) => regionChain(regions, code).includes(region));
}
