import path from "node:path";
import { applicationRole, grantApplicationRole, migrate } from "./migrate.mjs";
import { startPostgres } from "./postgres.mjs";

/** Folder of everything the embedded set-up keeps. */
export const dataDir = () => process.env.HQT_DATA_DIR ?? ".data";

/**
 * A migrated database: the one of DATABASE_URL, else the embedded one.
 * @param stops where the way to stop what was started is put as soon as it runs
 * @returns addresses for the application and for migrations, and a way to stop what was started
 */
export async function openDatabase({ stops = [] } = {}) {
  if (process.env.DATABASE_URL) return external(process.env.DATABASE_URL);
  const server = await startPostgres(dataDir(), { stops });
  await ensureDatabase(server.url("postgres"), "huiqitong");
  const ownerUrl = server.url("huiqitong");
  await withClient(ownerUrl, async (client) => {
    await migrate(client);
    await grantApplicationRole(client, server.password);
  });
  return { url: server.url("huiqitong", applicationRole), ownerUrl, stop: server.stop, server };
}

async function external(url) {
  const ownerUrl = process.env.MIGRATE_DATABASE_URL ?? url;
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("SHOW server_version_num");
    if (Number(rows[0].server_version_num) < 150_000) throw new Error("PostgreSQL 15 or newer is needed");
    await migrate(client);
  });
  return { url, ownerUrl, stop: async () => undefined, server: null };
}

/** Creates a database where there is none of that name. */
export async function ensureDatabase(adminUrl, name, template) {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  });
}

/** Runs `work` with one connection and closes it. */
export async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Environment of a process that uses the database. */
export function environment(database, more = {}) {
  const folder = path.resolve(dataDir());
  return {
    ...process.env,
    DATABASE_URL: database.url,
    MIGRATE_DATABASE_URL: database.ownerUrl,
    STORAGE_DIR: process.env.STORAGE_DIR ?? path.join(folder, "files"),
    MAIL_SINK_DIR: process.env.MAIL_SINK_DIR ?? path.join(folder, "mail"),
    AUDIT_ROOT_DIR: process.env.AUDIT_ROOT_DIR ?? path.join(folder, "audit-roots"),
    ...more,
  };
}
