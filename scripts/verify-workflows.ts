import { fork } from "node:child_process";
import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { allInForce } from "~/features/policies/testing/all-in-force";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { isListed } from "~/features/policies/domain/listed";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { checkWorkflow } from "~/features/redemption/domain/verify/check-workflow";
import { shapesOf, type Shape } from "~/features/redemption/domain/verify/catalogue-shapes";
import { executePaths } from "~/features/redemption/testing/verify/execute";
import { fixedClock } from "~/kernel/clock";
import { shanghaiDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { systemRandom } from "~/platform/random.server";
import { ensureDatabase, withClient } from "./lib/database.mjs";
import { applicationRole, grantApplicationRole, migrate } from "./lib/migrate.mjs";
import { startPostgres } from "./lib/postgres.mjs";

/**
 * --only NAME: one configuration; --sample N: its first N paths; --json: the sums as an object on the last line.
 * Each worker is a process of its own (--serve DATABASE) that takes configurations by name.
 */
const option = (name: string) => process.argv.find((_, index) => process.argv[index - 1] === name);
const json = process.argv.includes("--json");
const only = option("--only");
const limit = Number(option("--sample") ?? Infinity);
const say = (line: string) => (json ? process.stderr.write(`${line}\n`) : process.stdout.write(`${line}\n`));
const workers = 2;

type Result = {
  name: string;
  items: number;
  states: number;
  paths: number;
  steps: number;
  refusals: number;
  seconds: number;
  violations: string[];
};

const registry = allInForce(loadCatalogueFiles("rules", { demo: true }));
/** Items of which cases can be made: an apply-free relief that pays nothing is on no list. */
const withCases = registry.items
  .map((item) => ({ item, redemption: redemptionConfigOf(item, registry) }))
  .filter((each) => each.redemption.workflow !== "applyFree" || isListed(each));
const shapes = shapesOf(withCases.map(({ item, redemption }) => ({ itemId: item.id, config: redemption }))).filter(
  ({ name }) => !only || name === only,
);
const database = option("--serve");
await (database ? serve(database) : verifyAll());

async function verifyAll(): Promise<void> {
  const totals = { configurations: 0, states: 0, paths: 0, violations: 0 };
  const folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-verify-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder);
  say(
    "Each shortest path and each other step runs through the use cases of routes and workers, as the application's role; in each state every event that is not allowed there is tried once.",
  );
  // the longest first, so that no worker is left with them
  const waiting = shapes.toSorted((a, b) => b.config.coDepartmentIds.length - a.config.coDepartmentIds.length);
  try {
    await Promise.all(
      Array.from({ length: Math.min(workers, shapes.length) }, async (_, index) => {
        const url: string = server.url(`verify${index}`);
        await ensureDatabase(server.url("postgres"), `verify${index}`);
        await withClient(url, async (client: Parameters<typeof migrate>[0]) => {
          await migrate(client);
          await grantApplicationRole(client, server.password);
        });
        await employ(
          server.url(`verify${index}`, applicationRole),
          () => waiting.shift()?.name,
          (result) => {
            totals.configurations += 1;
            totals.states += result.states;
            totals.paths += result.paths;
            totals.violations += result.violations.length;
            tell(result);
          },
        );
      }),
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  say(
    `${totals.configurations} configurations, ${totals.states} states, ${totals.paths} paths, ${totals.violations} violations`,
  );
  if (json) process.stdout.write(`${JSON.stringify(totals)}\n`);
  process.exitCode = totals.violations === 0 && totals.configurations === shapes.length ? 0 : 1;
}

/** Gives a worker one name after the other. */
function employ(url: string, next: () => string | undefined, told: (result: Result) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(
      fileURLToPath(import.meta.url),
      ["--serve", url, ...(limit === Infinity ? [] : ["--sample", String(limit)])],
      { stdio: ["ignore", "ignore", "inherit", "ipc"] },
    );
    child.on("message", (message: Result | "ready") => {
      if (message !== "ready") told(message);
      const name = next();
      if (name) child.send(name);
      else child.disconnect();
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}

function tell({ name, items, states, paths, steps, refusals, seconds, violations }: Result): void {
  say(
    `${name} (${items} items): ${states} states, ${paths} shortest paths on PostgreSQL in ${steps} steps, ${refusals} refusals, ${violations.length} violations (${seconds} s)`,
  );
  for (const violation of violations.slice(0, 20)) say(`  ${violation}`);
}

/** A worker: verifies what it is told by name until its parent goes. */
async function serve(url: string): Promise<void> {
  const { prisma, close } = createDatabase(url, 4);
  const clock = fixedClock(new Date("2026-01-05T02:00:00Z"));
  await seedCalendar(prisma, shanghaiDay(clock.now()));
  const catalogue = await loadCatalogue({ prisma, clock, random: systemRandom }, registry);
  process.on("disconnect", () => void close());
  process.on("message", (name) => {
    const shape = shapes.find((each) => each.name === name);
    if (shape)
      verify({ prisma, clock, random: systemRandom, catalogue }, shape).then(
        (result) => process.send?.(result),
        (error: unknown) => {
          process.stderr.write(
            `${String(name)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
          );
          process.exit(1);
        },
      );
  });
  process.send?.("ready");
}

async function verify(running: Parameters<typeof executePaths>[0], shape: Shape): Promise<Result> {
  const began = performance.now();
  const report = checkWorkflow(shape.config);
  const { violations, ...executed } = await executePaths(running, shape, {
    sample: limit === Infinity ? undefined : { limit },
  });
  return {
    name: shape.name,
    items: shape.itemIds.length,
    states: report.states,
    ...executed,
    seconds: Math.round((performance.now() - began) / 1000),
    violations: [...report.violations, ...violations],
  };
}
