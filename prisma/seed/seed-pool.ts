import type { PrismaClient } from "~/generated/prisma/client";
import { poolKey } from "~/features/funds/adapters/pool.repository.server";
import { demoSpan, yearOpened } from "./demo-span";
import { post } from "./case-money";
import type { CaseRows } from "./case-rows";
import { seedIds } from "./random-source";

/** The city's pool: 20 million yuan, refill asked below 5 million. */
export async function seedPool(prisma: PrismaClient, { seed, now }: { seed: number; now: Date }): Promise<void> {
  const at = yearOpened(demoSpan(now).years[0], now);
  const ids = seedIds(seed);
  const rows: Pick<CaseRows, "ledger" | "entries"> = { ledger: [], entries: [] };
  const envelopeId = ids("pool", at);
  post(rows, (kind, when) => ids(`pool-${kind}`, when), {
    movement: "grant",
    fen: 2_000_000_000n,
    applicationId: null,
    envelopeId,
    at,
  });
  await prisma.$transaction(async (tx) => {
    await tx.envelope.create({
      data: {
        id: envelopeId,
        ...poolKey,
        regionCode: "340500",
        level: "city",
        name: "马鞍山市周转资金池",
        floorFen: 500_000_000n,
        createdAt: at,
      },
    });
    await tx.ledgerTransaction.createMany({ data: rows.ledger });
    await tx.ledgerEntry.createMany({ data: rows.entries });
  });
}
