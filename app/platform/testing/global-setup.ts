import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { ensureFactColumns } from "~/features/matching/use-cases/ensure-fact-columns.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { systemClock } from "~/kernel/clock";
import { shanghaiDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { systemRandom } from "~/platform/random.server";
import { ensureDatabase, withClient } from "../../../scripts/lib/database.mjs";
import { applicationRole, grantApplicationRole, migrate } from "../../../scripts/lib/migrate.mjs";
import { startPostgres } from "../../../scripts/lib/postgres.mjs";

/** Where the databases of the tests are cloned from. */
export type TestServer = { adminUrl: string; template: string; role: string; password: string };

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = "huiqitong_template";

/** A PostgreSQL of its own for each run, with a migrated template that holds the published catalogue and the calendar. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-test-"));
  // As root the server runs under another account, which must reach its folder below this one.
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder, { isFleeting: true });
  const adminUrl: string = server.url("postgres");
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(adminUrl, server.url(template), server.password);
  } catch (error) {
    // No teardown runs after a set-up that failed.
    await stop();
    throw error;
  }
  project.provide("testServer", { adminUrl, template, role: applicationRole, password: server.password });
  return stop;
}

async function makeTemplate(adminUrl: string, url: string, password: string): Promise<void> {
  await ensureDatabase(adminUrl, template);
  await withClient(url, async (client: Parameters<typeof migrate>[0]) => {
    await migrate(client);
    await grantApplicationRole(client, password);
  });
  await fill(url);
}

async function fill(url: string): Promise<void> {
  const { prisma, close } = createDatabase(url, 4);
  try {
    await seedCalendar(prisma, shanghaiDay(systemClock.now()));
    const { registry } = await loadCatalogue(
      { prisma, clock: systemClock, random: systemRandom },
      loadCatalogueFiles("rules", { demo: true }),
    );
    await ensureFactColumns(prisma, registry);
  } finally {
    await close();
  }
}
