import { parseArgs } from "node:util";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { drive, type Report } from "~/features/funds/testing/verify/drive";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { fixedClock } from "~/kernel/clock";
import { shanghaiDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { readEnv } from "~/platform/env.server";
import { systemRandom } from "~/platform/random.server";

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "4000" },
    workers: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});

const { prisma, close } = createDatabase(readEnv(process.env).DATABASE_URL);
try {
  const clock = fixedClock(new Date("2026-11-24T02:00:00Z"));
  await seedCalendar(prisma, shanghaiDay(clock.now()));
  const catalogue = await loadCatalogue(
    { prisma, clock, random: systemRandom },
    loadCatalogueFiles("rules", { demo: true }),
  );
  const options = { operations: Number(values.operations), workers: Number(values.workers), seed: Number(values.seed) };
  const report = await drive({ prisma, clock, random: systemRandom, catalogue }, options);
  print(report, options);
  const violations = report.invariants.reduce((sum, each) => sum + each.violations, 0);
  console.log(
    values.json
      ? JSON.stringify({ operations: report.operations, violations })
      : `${report.operations} operations, ${violations} violations`,
  );
  process.exitCode = violations === 0 ? 0 : 1;
} finally {
  await close();
}

function print({ tallies, invariants, errors }: Report, { workers, seed }: { workers: number; seed: number }): void {
  console.log(`random operations of ${workers} workers at once, seed ${seed}:`);
  for (const [name, { done, refused }] of Object.entries(tallies))
    console.log(`  ${name.padEnd(12)} ${String(done).padStart(6)} done ${String(refused).padStart(6)} refused`);
  for (const { name, violations } of invariants)
    console.log(`  ${violations === 0 ? "holds " : "BROKEN"} ${name}${violations === 0 ? "" : `: ${violations}`}`);
  for (const error of [...new Set(errors)].slice(0, 20)) console.log(`  error  ${error}`);
}
