import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { pageRatio, signIn } from "./lib/measure-pages.mjs";
import { freePort } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { typescript } from "./lib/process.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    firms: { type: "string", default: "2484" },
    applications: { type: "string", default: "4921" },
    requests: { type: "string", default: "300" },
  },
});
checkNode();
await install();
await generate();
await build();
process.env.HQT_DATA_DIR = path.join(".cache", "bench");
const { environment, openDatabase, withClient } = await import("./lib/database.mjs");
const { startPostgres } = await import("./lib/postgres.mjs");
const { startServer } = await import("./lib/server.mjs");
const { secrets } = await import("./lib/secrets.mjs");
rmSync(path.join(".cache", "bench", "files"), { recursive: true, force: true });
const cluster = await startPostgres(process.env.HQT_DATA_DIR);
await withClient(cluster.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
const database = await openDatabase();
const env = environment(database, {
  ...secrets(),
  PORT: String(await freePort()),
  NODE_ENV: "test",
  DEMO: "1",
  RATE_LIMIT_FACTOR: "100000",
});
const seeded = spawnSync(
  process.execPath,
  [...typescript, "prisma/seed/main.ts", "--firms", values.firms, "--applications", values.applications],
  { stdio: "inherit", env },
);
if (seeded.status !== 0) process.exit(1);
await withClient(database.ownerUrl, (client) => client.query("ANALYZE"));

const server = await startServer(env, { quiet: true });
try {
  const idleMemoryMb = await idleMemory(server.child.pid);
  const matchPageRatio = await ratio("match page", "/firm/matches", "owner");
  const queuePageRatio = await ratio("reviewer queue", "/desk", "reviewer");
  const dashboardRatio = await ratio("dashboard", "/monitor", "economy");
  const result = { matchPageRatio, queuePageRatio, dashboardRatio, idleMemoryMb };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `bars: match page and queue at most 3, dashboard at most 5; memory ${idleMemoryMb} MB`,
  );
} finally {
  await server.stop();
  await database.stop();
}

/** Resident memory when the worker has nothing left to do. */
async function idleMemory(pid) {
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  const line = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/);
  return line ? Math.round(Number(line[1]) / 1024) : null;
}

async function ratio(name, place, loginName) {
  return pageRatio(server.address, {
    name,
    place,
    cookie: await signIn(server.address, loginName),
    requests: Number(values.requests),
  });
}
