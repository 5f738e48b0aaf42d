import path from "node:path";
import { checkNode, generate, install } from "./lib/prepare.mjs";
import { runQuietly, typescript } from "./lib/process.mjs";

checkNode();
install({ tests: true });
generate();
for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL"]) delete process.env[name];
process.env.HQT_DATA_DIR = path.join(".cache", "verify-life");
const { environment, openDatabase, withClient } = await import("./lib/database.mjs");
const { startPostgres } = await import("./lib/postgres.mjs");
const { secrets } = await import("./lib/secrets.mjs");
const cluster = await startPostgres(process.env.HQT_DATA_DIR);
await withClient(cluster.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
const database = await openDatabase();
try {
  const { status } = await runQuietly(
    process.execPath,
    [...typescript, "scripts/verify-life.ts", ...process.argv.slice(2)],
    { stdio: "inherit", env: environment(database, secrets()) },
  );
  process.exitCode = status ?? 1;
} finally {
  await database.stop();
}
