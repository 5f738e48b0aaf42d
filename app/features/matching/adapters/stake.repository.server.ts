import type { PlainDate } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";
import type { Concerned, Stake } from "../domain/matches/stakes";

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
  const of = <K extends keyof ItemStake>(key: K) => items.map((each) => each[key]);
  await tx.$executeRaw`
    INSERT INTO "ItemStake" ("itemId", "versionId", firms, maybe, fen, "upToFen", "countedOn")
    SELECT * FROM unnest(${of("itemId")}::text[], ${of("versionId")}::uuid[], ${of("firms")}::int[], ${of("maybe")}::int[], ${of("fen")}::bigint[], ${of("upToFen")}::bigint[], ${of("countedOn")}::text[])
    ON CONFLICT ("itemId") DO UPDATE SET "versionId" = EXCLUDED."versionId", firms = EXCLUDED.firms, maybe = EXCLUDED.maybe,
      fen = EXCLUDED.fen, "upToFen" = EXCLUDED."upToFen", "countedOn" = EXCLUDED."countedOn"`;
  const ids = documents.map(({ documentId }) => documentId);
  await tx.$executeRaw`
    INSERT INTO "DocumentStake" ("documentId", firms, maybe)
    SELECT * FROM unnest(${ids}::text[], ${documents.map(({ firms }) => firms)}::int[], ${documents.map(({ maybe }) => maybe)}::int[])
    ON CONFLICT ("documentId") DO UPDATE SET firms = EXCLUDED.firms, maybe = EXCLUDED.maybe`;
}
