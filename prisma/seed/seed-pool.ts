import type { PrismaClient } from "~/generated/prisma/client";
import { poolKey } from "~/features/funds/adapters/pool.repository.server";
import { post } from "~/features/funds/adapters/ledger.repository.server";

/** The city's pool: 20 million yuan, refill asked below 5 million. */
export async function seedPool(prisma: PrismaClient): Promise<void> {
  const at = new Date("2026-01-04T01:00:00Z");
  const { id } = await prisma.envelope.create({ data: { ...poolKey, regionCode: "340500", level: "city", name: "马鞍山市周转资金池", floorFen: 500_000_000n, createdAt: at }, select: { id: true } });
  await prisma.$transaction((tx) => post(tx, { kind: "grant", lines: [{ envelopeId: id, movement: "grant", fen: 2_000_000_000n }], actorId: null, at, idempotencyKey: "seed:pool" }));
}
