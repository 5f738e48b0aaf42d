import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { PrismaClient } from "~/generated/prisma/client";
import type { FileStorage } from "~/platform/storage.server";
import { seedAccounts } from "./seed-accounts";
import { seedAudit } from "./seed-audit";
import { seedCases } from "./seed-cases";
import { seedDocuments } from "./seed-documents";
import { seedFirms } from "./seed-firms";
import { seedMaterials } from "./seed-materials";
import { seedPool } from "./seed-pool";

/** `key` seals bank accounts; `now` is the instant the demo stands at: what was done lies before it. */
export type SeedOptions = { firms: number; applications: number; seed: number; key: Buffer; now: Date };
type Place = { prisma: PrismaClient; catalogue: PublishedCatalogue; storage: FileStorage };

/**
 * Fills a database with the demo. The same options give the same rows in every database that holds the same catalogue,
 * but for secrets: hashes of passwords, sealed account numbers and the salts of the audit log.
 * @returns how many firms and applications there are
 */
export async function seedDemo({ prisma, catalogue, storage }: Place, options: SeedOptions): Promise<{ firms: number; applications: number }> {
  const firms = await seedFirms(prisma, catalogue, options);
  await seedAccounts(prisma, firms, options);
  const applications = await seedCases(prisma, catalogue, firms, options);
  await seedPool(prisma, options);
  await seedAudit(prisma);
  await seedMaterials(prisma, storage, options);
  if (firms[0]) await seedDocuments(prisma, firms[0].id);
  await prisma.outbox.createMany({ data: firms.slice(0, 200).map(({ id }) => rematchOrder(id, options.now)) });
  return { firms: firms.length, applications };
}

/** The worker tells each firm what fits it, as after a registration. */
function rematchOrder(enterpriseId: string, now: Date) {
  return { topic: "rematch-enterprise", payload: { enterpriseId, reason: { kind: "registration", ref: null } }, createdAt: now, availableAt: now };
}
