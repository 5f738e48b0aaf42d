import type { PlainDate } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";
import type { Concerned, Stake } from "../domain/stakes";

export type ItemStake = Stake & { itemId: string; versionId: string; countedOn: PlainDate };
export type DocumentStake = Concerned & { documentId: string };

export function findItemStakes(tx: Tx, itemIds?: readonly string[]): Promise<ItemStake[]> {
  return tx.itemStake.findMany({ where: itemIds ? { itemId: { in: [...itemIds] } } : {} });
}

export function findDocumentStakes(tx: Tx, ids: readonly string[]): Promise<DocumentStake[]> {
  return tx.documentStake.findMany({ where: { documentId: { in: [...ids] } } });
}

/** Puts counted stakes in the place of those counted before. */
export async function writeStakes(
  tx: Tx,
  items: readonly ItemStake[],
  documents: readonly DocumentStake[],
): Promise<void> {
  await tx.itemStake.deleteMany({ where: { itemId: { in: items.map(({ itemId }) => itemId) } } });
  await tx.itemStake.createMany({ data: [...items] });
  await tx.documentStake.deleteMany({ where: { documentId: { in: documents.map(({ documentId }) => documentId) } } });
  await tx.documentStake.createMany({ data: [...documents] });
}
