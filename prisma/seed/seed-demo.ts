import { ensureFactColumns } from "~/features/matching/use-cases/ensure-fact-columns.server";
import { rematchItems } from "~/features/matching/use-cases/rematch-items.server";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { PrismaClient } from "~/generated/prisma/client";
import { fixedClock } from "~/kernel/clock";
import { systemRandom } from "~/platform/random.server";
import type { FileStorage } from "~/platform/storage.server";
import { seedAccounts } from "./seed-accounts";
import { seedAudit } from "./seed-audit";
import { seedCases } from "./seed-cases";
import { seedDocuments } from "./seed-documents";
import { seedFirms } from "./seed-firms";
import { seedMaterials } from "./seed-materials";
import { seedPool } from "./seed-pool";
import { seedValidity } from "./seed-validity";

/** The firms of the usual demo are matched one by one by the worker, as after a registration. */
const singly = 200;

/** `key` seals bank accounts; `now` is the instant the demo stands at: what was done lies before it. */
export type SeedOptions = { firms: number; applications: number; seed: number; key: Buffer; now: Date };
type Place = { prisma: PrismaClient; catalogue: PublishedCatalogue; storage: FileStorage };

/**
 * Fills a database with the demo. The same options give the same rows in every database that holds the same catalogue,
 * but for secrets: hashes of passwords, sealed account numbers and the salts of the audit log.
 * @returns how many firms and applications there are
 */
export async function seedDemo(
  { prisma, catalogue, storage }: Place,
  options: SeedOptions,
): Promise<{ firms: number; applications: number }> {
  const firms = await seedFirms(prisma, catalogue, options);
  await seedAccounts(prisma, firms, options);
  const applications = await seedCases(prisma, catalogue, firms, options);
  await seedPool(prisma, options);
  await seedAudit(prisma);
  await seedMaterials(storage);
  if (firms[0]) await seedDocuments(prisma, firms[0].id);
  const stated = await seedValidity({ prisma, catalogue, storage }, options);
  await prisma.outbox.createMany({ data: firms.slice(0, singly).map(({ id }) => rematchOrder(id, options.now)) });
  if (firms.length > singly) await matchAll(prisma, stated, options.now);
  return { firms: firms.length, applications };
}

/** A larger register is matched here, by the scans that follow a publication; the worker then finds nothing to change. */
async function matchAll(prisma: PrismaClient, catalogue: PublishedCatalogue, now: Date): Promise<void> {
  await ensureFactColumns(prisma, catalogue.registry);
  const context = { prisma, catalogue, clock: fixedClock(now), random: systemRandom };
  await rematchItems(
    context,
    { kind: "system", name: "seed" },
    catalogue.items.map(({ item }) => item.id),
    { kind: "registration", ref: null },
  );
}

/** The worker tells each firm what fits it, as after a registration. */
function rematchOrder(enterpriseId: string, now: Date) {
  return {
    topic: "rematch-enterprise",
    payload: { enterpriseId, reason: { kind: "registration", ref: null } },
    createdAt: now,
    availableAt: now,
  };
}
