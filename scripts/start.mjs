import { environment, openDatabase, withClient } from "./lib/database.mjs";
import { isFree } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { endRunning, run, runQuietly, typescript } from "./lib/process.mjs";
import { secrets } from "./lib/secrets.mjs";
import { keepRunning } from "./lib/keep-running.mjs";

const development = process.argv.includes("--dev");
const production = process.env.NODE_ENV === "production";
const port = process.env.PORT ?? "3000";

checkNode();
if (!(await isFree(Number(port)))) {
  console.error(`Port ${port} is taken. Stop what listens there, or choose another: PORT=3001 npm start`);
  process.exit(1);
}

/** What was started and has to be ended, the last first. */
const stops = [];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => shutDown(0));
watchParent();

try {
  await phase("install", install);
  const client = phase("client", generate);
  const database = phase("database", () => openDatabase({ stops }));
  const [env] = await Promise.all([
    Promise.all([database, client]).then(([opened]) => prepared(opened)),
    client.then(() => development || phase("build", build)),
  ]);
  const server = await phase("server", () => keepRunning(env, { stops }));
  console.log(`\n惠企通 Huiqitong  ${server.address}\n`);
  if (!production) await printAccounts(env);
  console.log("Ctrl-C stops it.");
  await shutDown(await server.ended);
} catch (error) {
  if (!stopping) console.error(error.message);
  await shutDown(1);
}

/** Says how long a part of the start took. */
async function phase(name, work) {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!stopping) console.log(`${name.padEnd(9)}${seconds.padStart(6)} s`);
  return result;
}

/** The environment of the server on a database that holds the demo, where it may. */
async function prepared(database) {
  const env = environment(database, {
    ...secrets(),
    PORT: port,
    NODE_ENV: production ? "production" : development ? "development" : "test",
    DEMO: production ? "0" : "1",
  });
  if (!production && (await isEmpty(database))) await phase("seed", () => seed(env));
  return env;
}

function isEmpty(database) {
  return withClient(database.ownerUrl, async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM "User" LIMIT 1`);
    return rowCount === 0;
  });
}

function seed(env) {
  return run(process.execPath, [...typescript, "prisma/seed/main.ts", "--if-empty"], { env });
}

async function printAccounts(env) {
  const { status, output } = await runQuietly(process.execPath, [...typescript, "scripts/print-accounts.ts"], { env });
  if (status === 0) console.log(output);
}

async function shutDown(code) {
  if (stopping) return;
  stopping = true;
  await endRunning();
  while (stops.length > 0) await stops.pop()();
  process.exit(code);
}

/** npm does not pass SIGTERM on: when it is gone, so are we. */
function watchParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) shutDown(0);
  }, 500).unref();
}
