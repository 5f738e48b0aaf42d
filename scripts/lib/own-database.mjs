import { rmSync } from "node:fs";
import path from "node:path";
import { checkNode, generate, install } from "./prepare.mjs";
import { runQuietly, typescript } from "./process.mjs";

/** What lives for a request alone is thrown away before the collector has to look at all there is. */
const roomForTheYoung = "--max-semi-space-size=64";

/** Runs a script with the arguments of this process on an empty database of its own below `.cache/NAME`; exits as it does. */
export async function onOwnDatabase(name, script) {
  const [status] = await onOwnDatabases([{ name, args: process.argv.slice(2) }], script);
  process.exitCode = status ?? 1;
}

/**
 * Runs a script several times at once, each time with its own arguments on an empty database below `.cache/NAME`.
 * @param runs of each its `name` and `args`
 * @returns the exit codes, in order
 */
export async function onOwnDatabases(runs, script) {
  checkNode();
  await install({ tests: true });
  await generate();
  for (const variable of ["DATABASE_URL", "MIGRATE_DATABASE_URL"]) delete process.env[variable];
  const stops = [];
  try {
    const ready = [];
    for (const { name, args } of runs) {
      const { database, env } = await emptyDatabase(name);
      stops.push(database.stop);
      ready.push({ args, env });
    }
    return await Promise.all(
      ready.map(async ({ args, env }) => {
        const command = [roomForTheYoung, ...typescript, script, ...args];
        return (await runQuietly(process.execPath, command, { stdio: "inherit", env })).status;
      }),
    );
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** An empty migrated database below `.cache/NAME`, and the environment of a process that uses it. */
async function emptyDatabase(name) {
  process.env.HQT_DATA_DIR = path.join(".cache", name);
  const { environment, openDatabase, withClient } = await import("./database.mjs");
  const { startPostgres } = await import("./postgres.mjs");
  const { secrets } = await import("./secrets.mjs");
  const cluster = await startPostgres(process.env.HQT_DATA_DIR, { isFleeting: true });
  await withClient(cluster.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
  for (const folder of ["files", "mail", "audit-roots"])
    rmSync(path.join(process.env.HQT_DATA_DIR, folder), { recursive: true, force: true });
  const database = await openDatabase();
  return { database, env: environment(database, secrets()) };
}
