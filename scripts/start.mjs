import { spawnSync } from "node:child_process";
import { environment, openDatabase } from "./lib/database.mjs";
import { isFree } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { typescript } from "./lib/process.mjs";
import { secrets } from "./lib/secrets.mjs";
import { startServer } from "./lib/server.mjs";

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

const database = await openDatabase();
const env = environment(database, { ...secrets(), PORT: port, NODE_ENV: production ? "production" : development ? "development" : "test", DEMO: production ? "0" : "1" });

let server;
try {
  if (!production) seed();
  server = await startServer(env);
} catch (error) {
  console.error(error.message);
  await database.stop();
  process.exit(1);
}
console.log(`\n惠企通 Huiqitong  ${server.address}\n`);
if (!production) await printAccounts();
console.log("Ctrl-C stops it.");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, shutDown);
watchParent();
const code = await server.ended;
if (!stopping) {
  await database.stop();
  process.exit(code ?? 1);
}

async function shutDown() {
  if (stopping) return;
  stopping = true;
  await server.stop();
  await database.stop();
  process.exit(0);
}

/** npm does not pass SIGTERM on: when it is gone, so are we. */
function watchParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) shutDown();
  }, 500).unref();
}

function seed() {
  const result = spawnSync(process.execPath, [...typescript, "prisma/seed/main.ts", "--if-empty"], { stdio: "inherit", env });
  if (result.status !== 0) throw new Error("the demo data could not be written");
}

async function printAccounts() {
  const { status, stdout } = spawnSync(process.execPath, [...typescript, "scripts/print-accounts.ts"], { encoding: "utf8", env });
  if (status === 0) console.log(stdout);
}
