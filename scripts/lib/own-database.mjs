import { rmSync } from "node:fs";
import path from "node:path";
import { checkNode, generate, install } from "./prepare.mjs";
import { runQuietly, typescript } from "./process.mjs";

/** Runs a script with the arguments of this process on an empty database of its own below `.cache/NAME`; exits as it does. */
export async function onOwnDatabase(name, script) {
  checkNode();
  install({ tests: true });
  generate();
  for (const variable of ["DATABASE_URL", "MIGRATE_DATABASE_URL"]) delete process.env[variable];
  process.env.HQT_DATA_DIR = path.join(".cache", name);
  const { environment, openDatabase, withClient } = await import("./database.mjs");
  const { startPostgres } = await import("./postgres.mjs");
  const { secrets } = await import("./secrets.mjs");
  const cluster = await startPostgres(process.env.HQT_DATA_DIR, { isFleeting: true });
  await withClient(cluster.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
  for (const folder of ["files", "mail", "audit-roots"])
    rmSync(path.join(process.env.HQT_DATA_DIR, folder), { recursive: true, force: true });
  const database = await openDatabase();
  try {
    const { status } = await runQuietly(process.execPath, [...typescript, script, ...process.argv.slice(2)], {
      stdio: "inherit",
      env: environment(database, secrets()),
    });
    process.exitCode = status ?? 1;
  } finally {
    await database.stop();
  }
}
