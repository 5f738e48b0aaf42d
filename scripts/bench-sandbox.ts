import { parseArgs } from "node:util";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { sandboxThread } from "~/features/workbench/adapters/sandbox-thread.server";
import { lintItem } from "~/features/workbench/domain/lint/lint-item";
import { shanghaiDay } from "~/kernel/plain-date";

const { values } = parseArgs({
  options: { firms: { type: "string", default: "100000" }, json: { type: "boolean", default: false } },
});

const firms = Number(values.firms);
const limitMs = 100;
const catalogue = loadCatalogueFiles("rules");
const now = new Date();
const today = shanghaiDay(now);
const log = { error: (data: object, words: string) => console.error(words, data) };
const sandbox = sandboxThread({
  module: new URL("lib/demo-sandbox-thread.ts", import.meta.url).href,
  data: { firms, facts: catalogue.facts, regions: catalogue.regions },
  log,
  patienceMs: 3_600_000,
});

/** One movement of a threshold: every number of the conditions a little higher, so that nothing found before can be used. */
function moved(condition: Condition, step: number): Condition {
  if ("all" in condition) return { all: condition.all.map((child) => moved(child, step)) };
  if ("any" in condition) return { any: condition.any.map((child) => moved(child, step)) };
  if ("not" in condition) return { not: moved(condition.not, step) };
  return typeof condition.value === "number"
    ? ({ ...condition, value: condition.value * (1 + step / 1000) } as Condition)
    : condition;
}

/** Everybody eligible and every sum another: the dearest thing that can be asked. */
const heaviest: PolicyItem = {
  ...(catalogue.byId.get("mas-mfg22-003") as PolicyItem),
  id: "heaviest",
  region: "000000",
  conditions: { all: [{ fact: "annualRevenue", operator: "greaterThan", value: 1000 }] },
  amount: {
    ...(catalogue.byId.get("mas-mfg22-003") as PolicyItem).amount,
    kind: "percent",
    base: "annualRevenue",
    percent: 3.5,
    capYuan: 900_000_000,
  } as PolicyItem["amount"],
};

const started = performance.now();
await sandbox.ask({ topic: "impact", item: heaviest }, now);
console.log(
  `${firms.toLocaleString("en")} demo firms made and held by fact in a thread of their own in ${Math.round(performance.now() - started)} ms`,
);

const items = [
  heaviest,
  ...catalogue.items.filter(
    ({ region }) => ["000000", "340000", "340500"].includes(region) || region.startsWith("3405"),
  ),
];

const times = [];
for (const item of items) {
  const runs = [];
  for (const step of [1, 2, 3, 4, 5]) {
    const draft = { ...item, conditions: moved(item.conditions, step) };
    const from = performance.now();
    const asked = sandbox.ask({ topic: "impact", item: draft }, now);
    lintItem(draft, catalogue, today);
    const impact = await asked;
    runs.push({ ms: performance.now() - from, impact });
  }
  const sorted = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  times.push({ id: item.id, middle: sorted[2] ?? 0, worst: sorted[4] ?? 0, impact: runs[0]?.impact });
}
await sandbox.stop();

const middles = times.map(({ middle }) => middle).sort((a, b) => a - b);
const at = (share: number) => middles[Math.min(middles.length - 1, Math.floor(middles.length * share))] ?? 0;
const worst = times.reduce((most, each) => (each.middle > most.middle ? each : most));
const ratio = (ms: number) => (ms / limitMs).toFixed(3);
console.log(
  `one movement (eligible, cannot tell, nearly, yuan; three splits; lint; the way to the thread and back) as a share of the ${limitMs} ms allowed, ${times.length} items:`,
);
console.log(
  `  median ${ratio(at(0.5))}  95 % ${ratio(at(0.95))}  slowest item ${ratio(worst.middle)} (${worst.id}, ${worst.impact?.eligible} firms eligible)  heaviest rule ${ratio(times[0]?.middle ?? 0)}, its worst run ${ratio(times[0]?.worst ?? 0)}`,
);

const ok = worst.middle < limitMs;
console.log(ok ? "within the limit" : "OVER the limit");
if (values.json)
  console.log(
    JSON.stringify({
      firms,
      medianRatio: at(0.5) / limitMs,
      p95Ratio: at(0.95) / limitMs,
      slowestRatio: worst.middle / limitMs,
      heaviestWorstRatio: (times[0]?.worst ?? 0) / limitMs,
    }),
  );
if (!ok) process.exitCode = 1;
