import { parseArgs } from "node:util";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { systemClock } from "~/kernel/clock";
import { createDatabase } from "~/platform/db.server";
import { readEnv } from "~/platform/env.server";
import { systemRandom } from "~/platform/random.server";
import { createStorage } from "~/platform/storage.server";
import { seedAccounts } from "./seed-accounts";
import { seedAudit } from "./seed-audit";
import { seedCases } from "./seed-cases";
import { seedCalendar } from "./seed-calendar";
import { seedFirms } from "./seed-firms";
import { seedPool } from "./seed-pool";
import { seedDocuments } from "./seed-documents";
import { seedMaterials } from "./seed-materials";

const { values } = parseArgs({
  options: {
    "if-empty": { type: "boolean", default: false },
    firms: { type: "string", default: "200" },
    applications: { type: "string", default: "300" },
    seed: { type: "string", default: "340500" },
  },
});

const env = readEnv(process.env);
const { prisma, close } = createDatabase(env.DATABASE_URL);
try {
  await seedCalendar(prisma);
  if (values["if-empty"] && (await prisma.user.count()) > 0) process.exitCode = 0;
  else {
    const started = Date.now();
    const catalogue = await loadCatalogue({ prisma, clock: systemClock, random: systemRandom }, loadCatalogueFiles("rules"));
    const options = { firms: Number(values.firms), applications: Number(values.applications), seed: Number(values.seed) };
    const firms = await seedFirms(prisma, catalogue, options);
    await seedAccounts(prisma, firms);
    const key = Buffer.from(env.DATA_KEY, "base64");
    const cases = await seedCases(prisma, catalogue, firms, { ...options, key, now: systemClock.now() });
    await seedPool(prisma);
    await seedAudit(prisma);
    await seedMaterials(prisma, createStorage(env.STORAGE_DIR));
    if (firms[0]) await seedDocuments(prisma, firms[0].id);
    await prisma.outbox.createMany({ data: firms.slice(0, 200).map(({ id }) => rematchOrder(id)) });
    console.log(`Demo data: ${firms.length} firms, ${cases} applications in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
} finally {
  await close();
}

/** The worker tells each firm what fits it, as after a registration. */
function rematchOrder(enterpriseId: string) {
  const now = systemClock.now();
  return { topic: "rematch-enterprise", payload: { enterpriseId, reason: { kind: "registration", ref: null } }, createdAt: now, availableAt: now };
}
