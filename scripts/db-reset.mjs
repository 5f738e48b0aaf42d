import { rmSync } from "node:fs";
import path from "node:path";
import { dataDir, openDatabase, withClient } from "./lib/database.mjs";
import { checkNode, install } from "./lib/prepare.mjs";

checkNode();
await install();
if (process.env.NODE_ENV === "production" || process.env.DATABASE_URL) {
  console.error("db:reset empties only the embedded demo database. Unset DATABASE_URL and NODE_ENV.");
  process.exit(1);
}
const { startPostgres } = await import("./lib/postgres.mjs");
rmSync(path.join(dataDir(), "audit-roots"), { recursive: true, force: true });
const server = await startPostgres(dataDir());
await withClient(server.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
const database = await openDatabase();
await database.stop();
console.log("The demo database is empty; npm start fills it again.");
