import { groupBy } from "~/kernel/group-by";
import type { Tx } from "~/platform/db.server";
import { findDocumentStakes, findItemStakes, type ItemStake } from "../adapters/stake.repository.server";
import { documentStake, type Stake } from "../domain/matches/stakes";

/** What hangs on items, by item, as it was last counted. */
export async function readStakes(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, ItemStake>> {
  return new Map((await findItemStakes(tx, itemIds)).map((each) => [each.itemId, each]));
}

/** What hangs on documents: the sums of the items named with each, and the firms any of them is for. */
export async function readDocumentStakes(
  tx: Tx,
  documents: readonly { id: string; followers: readonly string[] }[],
): Promise<ReadonlyMap<string, Stake>> {
  const items = await readStakes(
    tx,
    documents.flatMap(({ followers }) => followers),
  );
  const concerned = groupBy(
    await findDocumentStakes(
      tx,
      documents.map(({ id }) => id),
    ),
    ({ documentId }) => documentId,
  );
  return new Map(
    documents.map(({ id, followers }) => [
      id,
      documentStake(
        followers.flatMap((itemId) => items.get(itemId) ?? []),
        concerned.get(id)?.[0],
      ),
    ]),
  );
}
