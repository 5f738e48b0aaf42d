import path from "node:path";
import { parseArgs } from "node:util";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";
import { runQuietly } from "./lib/process.mjs";

const { values, positionals: paths } = parseArgs({
  options: { only: { type: "string" }, grep: { type: "string" }, on: { type: "string" } },
  allowPositionals: true,
});

const bin = (name, ...rest) => [process.execPath, [path.join("node_modules", ...name), ...rest]];

const linters = [
  bin(["eslint", "bin", "eslint.js"], ".", "--max-warnings", "0"),
  bin(["knip", "bin", "knip.js"], "--no-config-hints"),
  bin(
    ["dependency-cruiser", "bin", "dependency-cruise.mjs"],
    "app",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err",
  ),
  [process.execPath, ["scripts/house.mjs"]],
];

const steps = {
  format: () => tool(bin(["prettier", "bin", "prettier.cjs"], ".", "--check", "--log-level", "warn")),
  lint: async () => (await Promise.all(linters.map((linter) => tool(linter)))).every(Boolean),
  types: () => tool(bin(["typescript", "bin", "tsc"], "--noEmit")),
  unit: () => tool(bin(["vitest", "vitest.mjs"], "run", "--project", "unit", ...paths)),
  db: () => tool(bin(["vitest", "vitest.mjs"], "run", "--project", "db", "--project", "planted", ...paths)),
  long: () => tool(bin(["vitest", "vitest.mjs"], "run", "--project", "long", ...paths)),
  crash: () => tool([process.execPath, ["scripts/crashtest.mjs", "--short"]]),
  life: () => tool([process.execPath, ["scripts/verify-life.mjs", "--short"]]),
  e2e,
};

/** In this order; what uses one processor runs beside another such. */
const together = [["lint", "types", "format"], ["unit", "crash", "life"], ["db"], ["e2e"]];

checkNode();
await install({ tests: true });
await generate();

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

/** The built application, driven by a real browser. What was started is stopped whatever happens. */
async function e2e() {
  await build();
  const { startTestServers } = await import("./lib/test-servers.mjs");
  const stops = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const interrupted = () => stopAll().then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupted);
  try {
    const servers = await startTestServers(["clock", "still"], { day: values.on, stops });
    const grep = values.grep ? ["--grep", values.grep] : [];
    const env = { ...process.env, TEST_SERVERS: JSON.stringify(servers) };
    return await tool(bin(["@playwright", "test", "cli.js"], "test", ...grep), env);
  } finally {
    await stopAll();
  }
}
