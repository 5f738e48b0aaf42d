import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { freePort } from "./lib/port.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });

/** What a start may cost: megabytes of 1,000,000 bytes, seconds on an idle machine. */
const bars = { downloadMb: 200, diskMb: 500, secondStartS: 3 };
const mostMs = 1_200_000;

const home = mkdtempSync(path.join(os.tmpdir(), "huiqitong-start-"));
chmodSync(home, 0o755);
const copy = path.join(home, "copy");
const cache = path.join(home, "npm");
try {
  const cloned = spawnSync("git", ["clone", "--quiet", process.cwd(), copy], { stdio: "inherit" });
  if (cloned.status !== 0) throw new Error("the project could not be cloned");
  const before = bytesIn(copy);
  const first = await start();
  const firstEndS = await first.end();
  const second = await start();
  const secondEndS = await second.end();
  const result = {
    downloadMb: megabytes(downloaded()),
    diskMb: megabytes(bytesIn(copy) - before),
    installS: first.phases.install,
    buildS: first.phases.build,
    databaseS: first.phases.database,
    seedS: first.phases.seed,
    secondStartS: second.totalS,
  };
  console.log(`first page after ${first.totalS} s; ended ${firstEndS} s and ${secondEndS} s after SIGTERM`);
  console.log(
    values.json
      ? JSON.stringify(result)
      : Object.entries({ ...result })
          .map(inWords)
          .join("\n"),
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** `npm start` in the copy until its page answers. */
async function start() {
  const port = await freePort();
  const started = performance.now();
  const env = { ...process.env, PORT: String(port), npm_config_cache: cache, HQT_DATA_DIR: "" };
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "NODE_ENV", "HQT_DATA_DIR"]) delete env[name];
  const child = spawn("npm", ["start"], { cwd: copy, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.on("close", resolve));
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() - started > mostMs) throw new Error(`no page:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const totalS = seconds(performance.now() - started);
  const phases = Object.fromEntries(
    [...output.matchAll(/^(\w+)\s+([\d.]+) s$/gm)].map(([, name, took]) => [name, Number(took)]),
  );
  return { totalS, phases, end: () => end(child, ended) };
}

function answers(port) {
  return fetch(`http://localhost:${port}/`).then(
    async (response) => response.ok && (await response.text()).includes("</html>"),
    () => false,
  );
}

/** How long it takes after SIGTERM until nothing that was started there runs any more. */
async function end(child, ended) {
  const asked = performance.now();
  child.kill("SIGTERM");
  await ended;
  while (othersRun()) await new Promise((resolve) => setTimeout(resolve, 50));
  return seconds(performance.now() - asked);
}

function othersRun() {
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return stdout.split("\n").some((line) => line.includes(home));
}

/** What came over the line: packages as they are, descriptions of packages as compressed as registries send them. */
function downloaded() {
  return filesIn(path.join(cache, "_cacache", "content-v2")).reduce((sum, file) => {
    const bytes = readFileSync(file);
    return sum + (bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes.length : gzipSync(bytes).length);
  }, 0);
}

/** Room on the disk, in blocks. */
function bytesIn(folder) {
  return filesIn(folder).reduce((sum, file) => {
    const { blocks, nlink } = statSync(file, { throwIfNoEntry: false }) ?? { blocks: 0, nlink: 1 };
    return sum + (blocks * 512) / nlink;
  }, 0);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}

function seconds(ms) {
  return Math.round(ms / 100) / 10;
}

function inWords([name, value]) {
  return `${name.padEnd(14)}${String(value).padStart(8)}${name in bars ? `   at most ${bars[name]}` : ""}`;
}
