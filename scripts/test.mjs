import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { runQuietly, typescript } from "./lib/process.mjs";

const { values, positionals: paths } = parseArgs({
  options: { only: { type: "string" }, grep: { type: "string" }, on: { type: "string" } },
  allowPositionals: true,
});

const bin = (name, ...rest) => [process.execPath, [path.join("node_modules", ...name), ...rest]];

const steps = {
  format: () => tool(bin(["prettier", "bin", "prettier.cjs"], ".", "--check", "--log-level", "warn")),
  lint: async () =>
    (await tool(bin(["eslint", "bin", "eslint.js"], ".", "--max-warnings", "0"))) &&
    (await tool(bin(["knip", "bin", "knip.js"], "--no-config-hints"))) &&
    tool(
      bin(
        ["dependency-cruiser", "bin", "dependency-cruise.mjs"],
        "app",
        "--config",
        ".dependency-cruiser.cjs",
        "--output-type",
        "err",
      ),
    ),
  types: () => tool(bin(["typescript", "bin", "tsc"], "--noEmit")),
  unit: () => tool(bin(["vitest", "vitest.mjs"], "run", "--project", "unit", ...paths)),
  db: () => tool(bin(["vitest", "vitest.mjs"], "run", "--project", "db", "--project", "planted", ...paths)),
  long: () => tool(bin(["vitest", "vitest.mjs"], "run", "--project", "long", ...paths)),
  crash: () => tool([process.execPath, ["scripts/crashtest.mjs", "--short"]]),
  e2e,
};

/** In this order; what uses one processor runs beside another such. */
const together = [["lint", "types", "format"], ["unit", "crash"], ["db"], ["e2e"]];

checkNode();
install({ tests: true });
generate();

if (paths.length > 0 && !["unit", "db"].includes(values.only)) {
  console.error("only test:unit and test:db take the names of test files");
  process.exit(1);
}
if (values.only && !(values.only in steps)) {
  console.error(`--only takes one of: ${Object.keys(steps).join(", ")}`);
  process.exit(1);
}
const times = [];
let passed = true;
for (const names of values.only ? [[values.only]] : together) {
  passed = (await Promise.all(names.map(timed))).every(Boolean);
  if (!passed) break;
}
console.log(`\n${times.join("\n")}`);
process.exit(passed ? 0 : 1);

async function timed(name) {
  const started = Date.now();
  const passed = await steps[name]();
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  times.push(`${passed ? "ok    " : "FAILED"}  ${name.padEnd(6)} ${seconds} s`);
  return passed;
}

/** Runs a tool with our output; true when it ended well. */
async function tool([command, args], env = process.env) {
  const { status } = await runQuietly(command, args, { stdio: "inherit", env });
  return status === 0;
}

/** The built application on its own database, driven by a real browser. What was started is stopped whatever happens. */
async function e2e() {
  build();
  ownPlace();
  const { environment, openDatabase } = await import("./lib/database.mjs");
  const { startServer } = await import("./lib/server.mjs");
  const { secrets } = await import("./lib/secrets.mjs");
  const stops = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const interrupted = () => stopAll().then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupted);
  try {
    await emptyDatabase(stops);
    const database = await openDatabase();
    const env = environment(database, {
      ...secrets(),
      PORT: String(await freePort()),
      NODE_ENV: "test",
      DEMO: "1",
      CLOCK_TEST: "1",
      RATE_LIMIT_FACTOR: "50",
    });
    if (
      !(await tool(
        [
          process.execPath,
          [
            ...typescript,
            "prisma/seed/main.ts",
            "--if-empty",
            "--firms",
            "60",
            "--applications",
            "80",
            ...(values.on ? ["--on", values.on] : []),
          ],
        ],
        env,
      ))
    )
      return false;
    const server = await startServer(env, { quiet: true });
    stops.push(server.stop);
    if (values.on) await goTo(server.address, values.on);
    const grep = values.grep ? ["--grep", values.grep] : [];
    return await tool(bin(["@playwright", "test", "cli.js"], "test", ...grep), { ...env, BASE_URL: server.address });
  } finally {
    await stopAll();
  }
}

/** Puts the server's clock forward to a day, so that the browser tests run as they will then. */
async function goTo(address, day) {
  const days = Math.round((Date.parse(day) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000);
  const answer = await fetch(`${address}/test-clock`, {
    method: "POST",
    body: new URLSearchParams({ days: String(days) }),
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  if (!(days > 0) || !answer.ok) throw new Error(`--on takes a later day as YYYY-MM-DD, not ${day}`);
}

/** The browser tests never touch a database or files that the environment names: they could be real ones. */
function ownPlace() {
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "STORAGE_DIR", "MAIL_SINK_DIR", "AUDIT_ROOT_DIR"])
    delete process.env[name];
  process.env.HQT_DATA_DIR = path.join(".cache", "e2e");
  for (const folder of ["files", "mail", "audit-roots"])
    rmSync(path.join(process.env.HQT_DATA_DIR, folder), { recursive: true, force: true });
}

async function emptyDatabase(stops) {
  const { startPostgres } = await import("./lib/postgres.mjs");
  const { withClient } = await import("./lib/database.mjs");
  const server = await startPostgres(process.env.HQT_DATA_DIR);
  stops.push(server.stop);
  await withClient(server.url("postgres"), (client) => client.query("DROP DATABASE IF EXISTS huiqitong WITH (FORCE)"));
}
