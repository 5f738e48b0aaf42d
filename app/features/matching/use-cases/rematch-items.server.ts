import { readReceivedByFirm } from "~/features/claims/use-cases/read-received.server";
import type { Actor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import type { MatchCause } from "~/features/policies/domain/match-cause";
import { perform, type Performing } from "~/platform/transact.server";
import { differing, storedMatches, lockFirms } from "../adapters/match.repository.server";
import { nextFirms } from "../adapters/wide.repository.server";
import { groupBy } from "~/kernel/group-by";
import { changesBetween, type StoredMatch } from "../domain/matches/match-changes";
import { fillWideRows } from "./fill-wide-rows.server";
import { judgeFirms } from "./judge-firms.server";
import { storeRematch } from "./store-rematch.server";

/** Firms looked at in one scan, and firms whose differences are stored in one transaction. */
const page = 2000;
const chunk = 200;

/** What firms are, or were, told of some items. */
type OfFirms = ReadonlyMap<string, readonly StoredMatch[]>;

/**
 * Matches items with all firms: by one scan of the wide table for all of them, then only the firms for which something
 * differs are locked, looked at again, stored and told. An item that is withdrawn or not offered today ceases to match.
 * Running it again without a change does nothing.
 */
export async function rematchItems(
  context: Performing,
  actor: Actor,
  itemIds: readonly string[],
  cause: MatchCause,
): Promise<void> {
  await fillWideRows(context);
  let after: string | null = null;
  do {
    const { last, firms } = await perform(context, actor, (deps) => firmsThatDiffer(deps, itemIds, after));
    for (let start = 0; start < firms.length; start += chunk) {
      await perform(context, actor, (deps) => rematchSome(deps, itemIds, firms.slice(start, start + chunk), cause));
    }
    after = last;
  } while (after !== null);
}

async function firmsThatDiffer(
  deps: Deps,
  itemIds: readonly string[],
  after: string | null,
): Promise<{ last: string | null; firms: string[] }> {
  const ids = await nextFirms(deps.tx, after, page);
  const [told, now] = [await toldOf(deps, itemIds, ids), await standing(deps, itemIds, ids)];
  return { last: ids.at(-1) ?? null, firms: ids.filter((id) => isDifferent(told.get(id) ?? [], now.get(id) ?? [])) };
}

function isDifferent(before: readonly StoredMatch[], after: readonly StoredMatch[]): boolean {
  return differing(before, after).length + differing(after, before).length > 0;
}

async function rematchSome(
  deps: Deps,
  itemIds: readonly string[],
  enterpriseIds: readonly string[],
  cause: MatchCause,
): Promise<void> {
  const versions = await lockFirms(deps.tx, enterpriseIds);
  const [told, now] = [await toldOf(deps, itemIds, enterpriseIds), await standing(deps, itemIds, enterpriseIds)];
  const rematches = [...versions].map(([enterpriseId, profileVersion]) => {
    const before = told.get(enterpriseId) ?? [];
    const after = now.get(enterpriseId) ?? [];
    return { enterpriseId, profileVersion, before, after, changes: changesBetween(before, after) };
  });
  await storeRematch(deps, rematches, cause);
}

async function toldOf({ tx }: Deps, itemIds: readonly string[], enterpriseIds: readonly string[]): Promise<OfFirms> {
  const rows = await storedMatches(tx, { itemId: { in: [...itemIds] }, enterpriseId: { in: [...enterpriseIds] } });
  return groupBy(rows, (row) => row.enterpriseId);
}

/** How firms stand to the items today; what an item is not for, or fails, is left out. */
async function standing(deps: Deps, itemIds: readonly string[], enterpriseIds: readonly string[]): Promise<OfFirms> {
  const received = await readReceivedByFirm(deps, enterpriseIds);
  return judgeFirms(deps, itemIds, enterpriseIds, received);
}
