import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { pageRatio, signIn } from "./lib/measure-pages.mjs";
import { freePort } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { run, typescript } from "./lib/process.mjs";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    cases: { type: "string", default: "96" },
    rounds: { type: "string", default: "5" },
    requests: { type: "string", default: "150" },
    "tables-alone": { type: "boolean", default: false },
  },
});

checkNode();
await install({ tests: true });
await generate();
await build();
for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL"]) delete process.env[name];
process.env.HQT_DATA_DIR = path.join(".cache", "bench-redemption");
const { environment, openDatabase, withClient } = await import("./lib/database.mjs");
const { startPostgres } = await import("./lib/postgres.mjs");
const { startServer } = await import("./lib/server.mjs");
const { secrets } = await import("./lib/secrets.mjs");
rmSync(path.join(process.env.HQT_DATA_DIR, "files"), { recursive: true, force: true });
const cluster = await startPostgres(process.env.HQT_DATA_DIR);
try {
  const result = { ratioToBare: await steps(), pageRatio: await pages() };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `bars: ratio to bare at least 0.5, case page at most 2 (ratio ${result.ratioToBare}, page ${result.pageRatio})`,
  );
} finally {
  await cluster.stop();
}

async function emptyDatabase() {
  await withClient(cluster.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
  return openDatabase();
}

/** Transitions a second of the whole use case against bare transactions. */
async function steps() {
  const database = await emptyDatabase();
  const out = path.resolve(process.env.HQT_DATA_DIR, "ratio.json");
  await run(
    process.execPath,
    [
      ...typescript,
      "scripts/redemption/main.ts",
      "--cases",
      values.cases,
      "--rounds",
      values.rounds,
      "--out",
      out,
      ...(values["tables-alone"] ? ["--tables-alone"] : []),
    ],
    { env: environment(database, secrets()) },
  );
  return JSON.parse(readFileSync(out, "utf8")).ratioToBare;
}

/** Time of a case's page, for the reviewer and for the firm; the slower one counts. */
async function pages() {
  const database = await emptyDatabase();
  const env = environment(database, {
    ...secrets(),
    PORT: String(await freePort()),
    NODE_ENV: "test",
    DEMO: "1",
    RATE_LIMIT_FACTOR: "100000",
  });
  const seeded = spawnSync(
    process.execPath,
    [...typescript, "prisma/seed/main.ts", "--firms", "120", "--applications", "240"],
    { stdio: "inherit", env },
  );
  if (seeded.status !== 0) throw new Error("the demo data could not be written");
  await withClient(database.ownerUrl, (client) => client.query("ANALYZE"));
  const { address, stop } = await startServer(env, { quiet: true });
  try {
    const ratios = [];
    for (const [name, login, list] of [
      ["reviewer's case", "reviewer", "/desk"],
      ["firm's case", "owner", "/firm/applications"],
    ]) {
      const cookie = await signIn(address, login);
      const html = await fetch(address + list, { headers: { Cookie: cookie } }).then((response) => response.text());
      const [place] = html.match(/\/(desk\/cases|firm\/applications)\/[0-9a-f-]{36}/) ?? [];
      if (!place) throw new Error(`${login} has no case`);
      ratios.push(await pageRatio(address, { name, place, cookie, requests: Number(values.requests) }));
    }
    return Math.max(...ratios);
  } finally {
    await stop();
  }
}
