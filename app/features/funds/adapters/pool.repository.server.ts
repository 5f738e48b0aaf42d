import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { envelopeSums } from "./envelope.repository.server";

/** Year and document of a pool's row: it stands over the years and pays for all documents. */
export const poolKey = { kind: "pool", year: 0, documentId: "pool" } as const;

const poolFields = {
  id: true,
  name: true,
  regionCode: true,
  floorFen: true,
  ...envelopeSums,
  version: true,
} satisfies Prisma.EnvelopeSelect;

/** Pools of regions. */
export function findPools(tx: Tx, regionCodes: readonly string[]) {
  return tx.envelope.findMany({ where: { kind: "pool", regionCode: { in: [...regionCodes] } }, select: poolFields });
}

/** A region's pool, if it has one. */
export async function findPool(tx: Tx, regionCode: string) {
  return (await findPools(tx, [regionCode]))[0] ?? null;
}

export async function setFloor(tx: Tx, id: string, floorFen: bigint): Promise<void> {
  await tx.envelope.update({ where: { id }, data: { floorFen } });
}

/** Movements of a pool, newest first. */
export function poolMovements(tx: Tx, id: string, page: { skip: number; take: number }) {
  return tx.$queryRaw<{ id: string; kind: string; at: Date; fen: bigint; reason: string | null }[]>`
    SELECT t.id::text, t.kind, t.at, t.reason, sum(e."amountFen") FILTER (WHERE e."amountFen" > 0)::bigint AS fen
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE e."envelopeId" = ${id}::uuid
    GROUP BY t.id ORDER BY t.at DESC, t.id DESC LIMIT ${page.take} OFFSET ${page.skip}`;
}
