import { bestCombination } from "~/features/matching/domain/combination/combination";
import { groupBy } from "~/kernel/group-by";
import { seededDraw } from "~/features/matching/domain/evaluate/generate-profiles";
import { drawInstance } from "~/features/matching/testing/draw-instance";

/**
 * How long the exact best combination takes, and how many times as long a trial of every selection takes for the same
 * answer (measured at 16 items, where that can still be waited for). `--json` prints the figures as the last line.
 */
const rounds = 200;

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { medianMs: round(at(0.5)), p99Ms: round(at(0.99)), worstMs: round(at(1)) };
}

const round = (value: number) => Number(value.toPrecision(3));

/** The plainest way: all 2^n selections, each checked against groups, conflicts and caps. */
function byTrial({ candidates, conflicts }: ReturnType<typeof drawInstance>): bigint {
  let best = 0n;
  for (let choice = 0; choice < 2 ** candidates.length; choice += 1) {
    const chosen = candidates.filter((_, index) => choice & (1 << index));
    const groups = chosen.flatMap(({ exclusiveGroup }) => exclusiveGroup ?? []);
    const ids = new Set(chosen.map(({ id }) => id));
    if (new Set(groups).size < groups.length || conflicts.some(([a, b]) => a !== b && ids.has(a) && ids.has(b)))
      continue;
    const capped = groupBy(chosen, ({ sharedCap, id }) => sharedCap?.group ?? id);
    let sum = 0n;
    for (const [, members] of capped) {
      const all = members.reduce((total, { fen }) => total + fen, 0n);
      const cap = members[0]?.sharedCap?.fen ?? all;
      sum += all < cap ? all : cap;
    }
    if (sum > best) best = sum;
  }
  return best;
}

const draw = seededDraw(60);
for (let warm = 0; warm < 50; warm += 1) bestCombination(drawInstance(60, draw).candidates);
const sixty = Array.from({ length: rounds }, () => drawInstance(60, draw));
const times = sixty.map(({ candidates, conflicts }) => timed(() => bestCombination(candidates, conflicts)));
const small = Array.from({ length: 5 }, () => drawInstance(16, draw));
const exact = small.reduce((sum, given) => sum + timed(() => bestCombination(given.candidates, given.conflicts)), 0);
const trial = small.reduce((sum, given) => sum + timed(() => byTrial(given)), 0);
const disagreements = small.filter(
  (given) => bestCombination(given.candidates, given.conflicts).total !== byTrial(given),
).length;

const result = { items: 60, rounds, ...spread(times), trialRatioAt16: Math.round(trial / exact), disagreements };
console.log(
  `60 items with groups, shared caps and conflicts, ${rounds} tasks: median ${result.medianMs} ms, 99th of 100 ${result.p99Ms} ms, worst ${result.worstMs} ms`,
);
console.log(
  `16 items: trial of every selection takes ${result.trialRatioAt16} times as long; ${disagreements} disagreements`,
);
if (process.argv.includes("--json")) console.log(JSON.stringify(result));
process.exitCode = disagreements === 0 ? 0 : 1;
