import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { checkWorkflow } from "~/features/redemption/domain/verify/check-workflow";
import { shapesOf } from "~/features/redemption/domain/verify/catalogue-shapes";
import { executePaths } from "~/features/redemption/use-cases/execute-paths.server";
import { fixedClock } from "~/kernel/clock";
import { createDatabase } from "~/platform/db.server";
import { systemRandom } from "~/platform/random.server";
import { ensureDatabase, withClient } from "./lib/database.mjs";
import { grantApplicationRole, migrate } from "./lib/migrate.mjs";
import { startPostgres } from "./lib/postgres.mjs";

const json = process.argv.includes("--json");
const say = (line: string) => (json ? process.stderr.write(`${line}\n`) : process.stdout.write(`${line}\n`));

const folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-verify-"));
chmodSync(folder, 0o755);
const server = await startPostgres(folder);
const totals = { configurations: 0, states: 0, paths: 0, violations: 0 };
try {
  const url: string = server.url("verify");
  await ensureDatabase(server.url("postgres"), "verify");
  await withClient(url, async (client: Parameters<typeof migrate>[0]) => {
    await migrate(client);
    await grantApplicationRole(client, server.password);
  });
  const { prisma, close } = createDatabase(url, 4);
  const clock = fixedClock(new Date("2026-03-02T02:00:00Z"));
  await seedCalendar(prisma);
  const catalogue = await loadCatalogue({ prisma, clock, random: systemRandom }, loadCatalogueFiles("rules"));
  for (const shape of shapesOf(catalogue.items.map(({ item, redemption }) => ({ itemId: item.id, config: redemption })))) {
    const report = checkWorkflow(shape.config);
    const executed = await executePaths({ prisma, clock, random: systemRandom, catalogue }, shape);
    const violations = [...report.violations, ...executed.violations];
    totals.configurations += 1;
    totals.states += report.states;
    totals.paths += executed.paths;
    totals.violations += violations.length;
    say(`${shape.name} (${shape.items} items): ${report.states} states, ${executed.paths} shortest paths on PostgreSQL, ${executed.refusals} refusals, ${violations.length} violations`);
    for (const violation of violations.slice(0, 20)) say(`  ${violation}`);
  }
  await close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
say(`${totals.configurations} configurations, ${totals.states} states, ${totals.paths} paths, ${totals.violations} violations`);
if (json) process.stdout.write(`${JSON.stringify(totals)}\n`);
process.exitCode = totals.violations === 0 ? 0 : 1;
