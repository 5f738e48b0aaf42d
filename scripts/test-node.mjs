import { checkNode, generate, install } from "./lib/prepare.mjs";
import { run } from "./lib/process.mjs";

/** Unit and database tests and one journey under another Node, which the registry gives: `npm run test:node -- 24`. */
const version = process.argv[2] ?? "";
if (!/^\d+(\.\d+){0,2}$/.test(version)) {
  console.error("usage: npm run test:node -- 24");
  process.exit(2);
}
checkNode();
await install({ tests: true });
await generate();
const npx = process.platform === "win32" ? "npx.cmd" : "npx";
const under = (...args) => run(npx, ["--yes", "-p", `node@${version}`, "node", ...args]);
await under("-p", "`Node ${process.versions.node}`");
await under("scripts/test.mjs", "--only", "unit");
await under("scripts/test.mjs", "--only", "db");
await under("scripts/test.mjs", "--only", "e2e", "--grep", "journey");
