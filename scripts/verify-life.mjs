import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { onOwnDatabases } from "./lib/own-database.mjs";
import { run, typescript } from "./lib/process.mjs";

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    firms: { type: "string" },
    years: { type: "string" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    diary: { type: "string" },
  },
});

const firms = Number(values.firms ?? (values.short ? 20 : 200));
const years = Number(values.years ?? (values.short ? 1 : 3));
/** A city of a hundred firms keeps one processor busy: a greater one is lived as two, each in a process and a database of its own. */
const parts = firms > 100 ? 2 : 1;
const folder = path.join(".cache", "verify-life-told");
mkdirSync(folder, { recursive: true });
const runs = Array.from({ length: parts }, (_, part) => {
  const own = Math.floor((firms + part) / parts);
  const out = path.join(folder, `${part + 1}.json`);
  const args = ["--firms", own, "--years", years, "--seed", Number(values.seed) + 1000 * part, "--out", out].map(
    String,
  );
  return { name: `verify-life-${part + 1}`, args, out };
});

const statuses = await onOwnDatabases(runs, "scripts/life/main.ts");
if (statuses.some((status) => status !== 0)) process.exit(1);
await run(process.execPath, [
  ...typescript,
  "scripts/verify-life.ts",
  ...["--firms", String(firms), "--years", String(years)],
  ...(values.json ? ["--json"] : []),
  ...(values.diary ? ["--diary", values.diary] : []),
  ...runs.map(({ out }) => out),
]);
