import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readEnv } from "~/platform/env.server";
import { kinds, runLife } from "./life/run";

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

const life = {
  firms: Number(values.firms ?? (values.short ? 20 : 200)),
  years: Number(values.years ?? (values.short ? 1 : 3)),
  begins: "2026-01-05",
  seed: Number(values.seed),
};
const began = Date.now();
const told = await runLife(readEnv(process.env), life);
const { diary, days, cases, fewest, events, ...faults } = told;
if (values.diary) writeFileSync(values.diary, diary.map((entry) => JSON.stringify(entry)).join("\n"));
/** In a whole life every kind of event comes often and every firm has many cases; in a short one each comes at all. */
const isWhole = life.firms >= 200 && life.years >= 3;
const [often, many] = isWhole ? [20, 10] : [1, 1];
const rare = kinds.filter((kind) => (events[kind] ?? 0) < often);
console.log(`${life.firms} firms, ${days} days, ${cases} cases in ${Math.round((Date.now() - began) / 1000)} s`);
for (const [name, list] of Object.entries(faults)) {
  console.log(`${name.padEnd(16)} ${list.length}`);
  for (const each of list.slice(0, 12)) console.log(`  ${JSON.stringify(each)}`);
}
if (rare.length > 0) console.log(`fewer than ${often}: ${rare.join(", ")}`);
if (fewest < many) console.log(`a firm has ${fewest} cases, not ${many}`);
const counts = Object.fromEntries(Object.entries(faults).map(([name, list]) => [name, list.length]));
if (values.json) console.log(JSON.stringify({ firms: life.firms, days, cases, events, ...counts }));
const isFull = rare.length === 0 && fewest >= many;
process.exitCode = isFull && Object.values(counts).every((count) => count === 0) ? 0 : 1;
