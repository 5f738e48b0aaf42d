import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "../lib/postgres.mjs";
import { shortPoints, startPoints, workPoints } from "./points";
import { bundleServer, runSeed } from "./run";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "50" },
    first: { type: "string", default: "1" },
    point: { type: "string", multiple: true },
    parallel: { type: "string", default: "1" },
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const wanted: readonly string[] | undefined = values.short ? shortPoints : values.point;
const chosen = (points: readonly string[]) => points.filter((point) => !wanted || wanted.includes(point));
const points = { start: chosen(startPoints), work: chosen(workPoints) };
const total = {
  points: points.start.length + points.work.length,
  seeds: values.short ? 1 : Number(values.seeds),
  transitions: 0,
  lost: 0,
  doubled: 0,
};
let crashes = 0;
let restarts = 0;
let missed = 0;
let restarting = Promise.resolve();

const folder = mkdtempSync(path.join(os.tmpdir(), "crashtest-"));
// As root the database runs under another account, which must reach its folder below this one.
chmodSync(folder, 0o755);
const cluster = await startPostgres(folder);
try {
  const bundle = await bundleServer();
  console.log(
    `${total.points} points, ${total.seeds} seeds from ${values.first}: ${[...points.start, ...points.work].join(", ")}`,
  );
  const seeds = Array.from({ length: total.seeds }, (_, index) => Number(values.first) + index);
  const lane = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await one(bundle, seed);
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, lane));
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `points ${total.points}  seeds ${total.seeds}  crashes ${crashes}  database restarts ${restarts}  transitions ${total.transitions}  lost ${total.lost}  doubled ${total.doubled}  not reached ${missed}`,
);
if (values.json) console.log(JSON.stringify(total));
process.exitCode = total.lost + total.doubled + missed > 0 ? 1 : 0;

async function one(bundle: string, seed: number): Promise<void> {
  const started = Date.now();
  const result = await runSeed(
    { adminUrl: cluster.url("postgres"), password: cluster.password, crash: restartOnce },
    bundle,
    seed,
    points,
  );
  total.transitions += result.transitions;
  total.lost += result.lost.length;
  total.doubled += result.doubled.length;
  crashes += result.crashed.length;
  restarts += result.restarts;
  missed += result.missed.length;
  console.log(
    `seed ${seed}: ${result.crashed.length} crashes, ${result.restarts} database restarts, ${result.transitions} transitions, lost ${result.lost.length}, doubled ${result.doubled.length}, ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  for (const line of [
    ...result.lost.map((what) => `  lost: ${what}`),
    ...result.doubled.map((what) => `  doubled: ${what}`),
    ...result.missed.map((point) => `  not reached: ${point}`),
  ])
    console.log(line);
}

/** One restart at a time, whoever asks. */
function restartOnce(): Promise<void> {
  restarting = restarting.then(() => cluster.crash());
  return restarting;
}
