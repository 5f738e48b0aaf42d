import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureDatabase, environment, openDatabase, withClient } from "./database.mjs";
import { applicationRole } from "./migrate.mjs";
import { freePort } from "./port.mjs";
import { startPostgres } from "./postgres.mjs";
import { runQuietly, typescript } from "./process.mjs";
import { secrets } from "./secrets.mjs";
import { startServer } from "./server.mjs";

const home = path.join(".cache", "e2e");
const folders = { STORAGE_DIR: "files", MAIL_SINK_DIR: "mail", AUDIT_ROOT_DIR: "audit-roots" };

/**
 * Servers of the built application for the browser tests, one of each name. Each has its own copy of one demo (database and
 * files) and a clock of its own. What the environment names is never touched: it could be real.
 * @param day the day the demo is made for and the clocks are put to, as YYYY-MM-DD; today unless given
 * @param stops where the ways to stop what was started are put, in order
 * @returns of each name the server's address and the folder of its mail
 */
export async function startTestServers(names, { day, stops }) {
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", ...Object.keys(folders)]) delete process.env[name];
  process.env.HQT_DATA_DIR = home;
  const cluster = await startPostgres(home, { isFleeting: true });
  stops.push(cluster.stop);
  await clear(cluster, names);
  const env = await seed(day);
  const starting = names.map((name) => startOne(name, { cluster, env, day, stops }));
  return Object.fromEntries(await Promise.all(starting));
}

async function clear(cluster, names) {
  await withClient(cluster.url("postgres"), async (client) => {
    for (const name of ["huiqitong", ...names]) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });
  for (const folder of [...Object.values(folders), ...names])
    rmSync(path.join(home, folder), { recursive: true, force: true });
}

/** Makes the demo that every server gets a copy of; what else its environment is. */
async function seed(day) {
  const env = environment(await openDatabase(), {
    ...secrets(),
    NODE_ENV: "test",
    DEMO: "1",
    CLOCK_TEST: "1",
    RATE_LIMIT_FACTOR: "50",
  });
  const size = ["--firms", "60", "--applications", "80", ...(day ? ["--on", day] : [])];
  const args = [...typescript, "prisma/seed/main.ts", ...size];
  const { status } = await runQuietly(process.execPath, args, { stdio: "inherit", env });
  if (status !== 0) throw new Error("the demo was not made");
  return env;
}

async function startOne(name, { cluster, env, day, stops }) {
  await ensureDatabase(cluster.url("postgres"), name, "huiqitong");
  cpSync(env.STORAGE_DIR, path.join(home, name, folders.STORAGE_DIR), { recursive: true });
  const own = Object.entries(folders).map(([variable, folder]) => [variable, path.resolve(home, name, folder)]);
  const server = await startServer(
    {
      ...env,
      ...Object.fromEntries(own),
      DATABASE_URL: cluster.url(name, applicationRole),
      MIGRATE_DATABASE_URL: cluster.url(name),
      PORT: String(await freePort()),
    },
    { quiet: true, stops },
  );
  if (day) await goTo(server.address, day);
  return [name, { address: server.address, mail: path.join(home, name, folders.MAIL_SINK_DIR) }];
}

/** Puts a server's clock forward to a day, so that the browser tests run as they will then. */
async function goTo(address, day) {
  const days = Math.round((Date.parse(day) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000);
  const answer = await fetch(`${address}/test-clock`, {
    method: "POST",
    body: new URLSearchParams({ days: String(days) }),
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  if (!(days > 0) || !answer.ok) throw new Error(`--on takes a later day as YYYY-MM-DD, not ${day}`);
}
