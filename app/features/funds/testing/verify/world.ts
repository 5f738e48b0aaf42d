import type { Prisma } from "~/generated/prisma/client";
import { perform, type Performing } from "~/platform/transact.server";
import { fundPool, setPoolFloor } from "../../use-cases/keep-pool.server";
import { grantBudget } from "../../use-cases/grant-budget.server";
import { shareCosts } from "../../use-cases/share-costs.server";
import { addDuePayment, addPayee, countyMaker, maker } from "../due-payment";

export const county = "340503";
/**
 * Three documents: one paid by the city alone, one shared with the county, one whose sums are paid in parts, by years
 * and on a condition.
 */
export const items = ["zone-patent-005", "zone-mfg-003", "zone-more-013", "zone-more-017"] as const;

/** Firms with cases whose decision is final and whose money nobody has reserved yet. */
export type World = { waiting: string[]; documentIds: string[] };

/** Grants, shares, a pool, and `count` cases, copies of one that was led through the real workflow. */
export async function makeWorld(process: Performing, count: number): Promise<World> {
  const documentIds = [...new Set(items.map((item) => process.catalogue.registry.documentIdOf(item)))];
  const [, shared = ""] = documentIds;
  await perform(process, maker, async (deps) => {
    const own = { ...deps, actor: maker };
    await shareCosts(own, {
      documentId: shared,
      year: 2026,
      shares: [
        { level: "city", weight: 7 },
        { level: "county", weight: 3 },
      ],
    });
    for (const documentId of documentIds)
      await grantBudget(own, { documentId, year: 2026, fen: 5_000_000n, idempotencyKey: `world:${documentId}` });
    await fundPool(own, { fen: 300_000n, idempotencyKey: "world" });
    await setPoolFloor(own, 100_000n);
  });
  await perform(process, countyMaker, (deps) =>
    grantBudget(deps, {
      documentId: shared,
      year: 2026,
      fen: 2_000_000n,
      idempotencyKey: "world:county",
      countyCode: county,
    }),
  );
  const waiting: string[] = [];
  for (const [index, itemId] of items.entries())
    waiting.push(...(await copies(process, itemId, Math.ceil(count / items.length), index * 10_000)));
  return { waiting, documentIds };
}

async function copies(process: Performing, itemId: string, count: number, offset: number): Promise<string[]> {
  const { prisma } = process;
  const { applicationId } = await addDuePayment(process, await addPayee(process, offset + 1), itemId, 1_000n);
  const {
    id: _,
    number: __,
    enterpriseId: ___,
    bankAccountId: ____,
    ...model
  } = await prisma.application.findUniqueOrThrow({ where: { id: applicationId } });
  const made: string[] = [];
  for (let place = 2; place <= count + 1; place += 1) {
    const { enterpriseId, bankAccountId } = await addPayee(process, offset + place);
    const data = {
      ...model,
      enterpriseId,
      bankAccountId,
      number: `V-${offset + place}`,
      approvedFen: null,
      snapshot: model.snapshot,
      caseFacts: model.caseFacts,
    } as Prisma.ApplicationUncheckedCreateInput;
    made.push((await prisma.application.create({ data, select: { id: true } })).id);
  }
  return made;
}
