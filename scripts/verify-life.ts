import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { kinds, type Told } from "./life/told";

/** What was told of the cities that lived at once, as one. */
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    firms: { type: "string", default: "0" },
    years: { type: "string", default: "0" },
    json: { type: "boolean", default: false },
    diary: { type: "string" },
  },
});

const parts = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Told & { seconds: number });
const firms = Number(values.firms);
const days = Math.max(...parts.map((part) => part.days));
const cases = sum(parts.map((part) => part.cases));
const fewest = Math.min(...parts.map((part) => part.fewest));
const events = Object.fromEntries(kinds.map((kind) => [kind, sum(parts.map((part) => part.events[kind] ?? 0))]));
const faults = {
  wronglyPaid: parts.flatMap((part) => part.wronglyPaid),
  wronglyRefused: parts.flatMap((part) => part.wronglyRefused),
  stuck: parts.flatMap((part) => part.stuck),
  deadJobs: parts.flatMap((part) => part.deadJobs),
  deadLinks: parts.flatMap((part) => part.deadLinks),
  replayMismatches: parts.flatMap((part) => part.replayMismatches),
};

if (values.diary)
  writeFileSync(values.diary, parts.flatMap(({ diary }) => diary.map((entry) => JSON.stringify(entry))).join("\n"));
/** In a whole life every kind of event comes often and every firm has many cases; in a short one each comes at all. */
const isWhole = firms >= 200 && Number(values.years) >= 3;
const [often, many] = isWhole ? [20, 10] : [1, 1];
const rare = kinds.filter((kind) => (events[kind] ?? 0) < often);
const seconds = Math.max(...parts.map((part) => part.seconds));
console.log(`${firms} firms, ${days} days, ${cases} cases in ${seconds} s`);
for (const [name, list] of Object.entries(faults)) {
  console.log(`${name.padEnd(16)} ${list.length}`);
  for (const each of list.slice(0, 12)) console.log(`  ${JSON.stringify(each)}`);
}
if (rare.length > 0) console.log(`fewer than ${often}: ${rare.join(", ")}`);
if (fewest < many) console.log(`a firm has ${fewest} cases, not ${many}`);
const counts = Object.fromEntries(Object.entries(faults).map(([name, list]) => [name, list.length]));
if (values.json) console.log(JSON.stringify({ firms, days, cases, events, ...counts }));
const isFull = rare.length === 0 && fewest >= many;
process.exitCode = isFull && Object.values(counts).every((count) => count === 0) ? 0 : 1;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
