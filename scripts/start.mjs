import { spawnSync } from "node:child_process";
import { environment, openDatabase } from "./lib/database.mjs";
import { isFree } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { typescript } from "./lib/process.mjs";
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
install();
generate();
if (!development) build();

/** What was started and has to be ended, the last first. */
const stops = [];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => shutDown(0));
watchParent();

try {
  const database = await openDatabase();
  stops.push(database.stop);
  const env = environment(database, {
    ...secrets(),
    PORT: port,
    NODE_ENV: production ? "production" : development ? "development" : "test",
    DEMO: production ? "0" : "1",
  });
  if (!production) seed(env);
  const server = await keepRunning(env, { stops });
  console.log(`\n惠企通 Huiqitong  ${server.address}\n`);
  if (!production) printAccounts(env);
  console.log("Ctrl-C stops it.");
  await shutDown(await server.ended);
} catch (error) {
  if (!stopping) console.error(error.message);
  await shutDown(1);
}

async function shutDown(code) {
  if (stopping) return;
  stopping = true;
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

function seed(env) {
  const result = spawnSync(process.execPath, [...typescript, "prisma/seed/main.ts", "--if-empty"], {
    stdio: "inherit",
    env,
  });
  if (result.status !== 0) throw new Error("the demo data could not be written");
}

function printAccounts(env) {
  const { status, stdout } = spawnSync(process.execPath, [...typescript, "scripts/print-accounts.ts"], {
    encoding: "utf8",
    env,
  });
  if (status === 0) console.log(stdout);
}
