import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readEnv } from "~/platform/env.server";
import { kinds, runLife } from "./life/run";

const { values } = parseArgs({
  options: {
    firms: { type: "string", default: "200" },
    years: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    diary: { type: "string" },
  },
});

const life = {
  firms: Number(values.firms),
  years: Number(values.years),
  begins: "2026-01-05",
  seed: Number(values.seed),
};
const began = Date.now();
const told = await runLife(readEnv(process.env), life);
const { diary, days, cases, events, ...faults } = told;
if (values.diary) writeFileSync(values.diary, diary.map((entry) => JSON.stringify(entry)).join("\n"));
const never = kinds.filter((kind) => (events[kind] ?? 0) === 0);
console.log(`${life.firms} firms, ${days} days, ${cases} cases in ${Math.round((Date.now() - began) / 1000)} s`);
for (const [name, list] of Object.entries(faults)) {
  console.log(`${name.padEnd(16)} ${list.length}`);
  for (const each of list.slice(0, 12)) console.log(`  ${JSON.stringify(each)}`);
}
if (never.length > 0) console.log(`never happened: ${never.join(", ")}`);
const counts = Object.fromEntries(Object.entries(faults).map(([name, list]) => [name, list.length]));
if (values.json) console.log(JSON.stringify({ firms: life.firms, days, cases, events, ...counts }));
process.exitCode = never.length === 0 && Object.values(counts).every((count) => count === 0) ? 0 : 1;
