import { existsSync, readFileSync } from "node:fs";
import type pg from "pg";
import type { Columns } from "~/features/matching/domain/register/columns";
import { countOf } from "~/features/matching/domain/register/columns-sums";
import { compileRule } from "~/features/matching/domain/evaluate/evaluate";
import { compileExplanation } from "~/features/matching/domain/explain/explain";
import { factSlots, slotValues } from "~/features/matching/domain/evaluate/fact-slots";
import { valuePools } from "~/features/matching/domain/evaluate/generate-profiles";
import { kleene } from "~/features/matching/domain/evaluate/kleene";
import { buildRule } from "~/features/matching/domain/evaluate/rule";
import { sharedSource } from "~/features/matching/domain/register/rule-sql";
import { roomForAnswers, runColumns, trialDay } from "~/features/matching/testing/column-run";
import { columnThreads } from "~/features/matching/testing/column-threads";
import { engineOf, heldBy } from "~/features/matching/testing/oracle";
import { jsonLogicPeer, zenPeer, type Peer } from "~/features/matching/testing/peers";
import { drawnProfiles } from "~/features/matching/testing/population";
import { catalogueInSql } from "~/features/matching/testing/wide-copy";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { median } from "./match-report";

type Registry = Pick<Catalogue, "items" | "facts">;
/** Eligible firms of each item, and those that cannot be told. */
type Counts = readonly { eligible: number; unknown: number }[];

type Stopwatch = () => number;
const wall: Stopwatch = () => performance.now();

/** Processor time of this process in milliseconds: other processes on the machine do not count. */
const ownTime: Stopwatch = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Processor time of a connection's server process where the system tells it, else the clock on the wall. */
async function serverTime(client: pg.Client): Promise<Stopwatch> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const file = `/proc/${rows[0]?.pid}/schedstat`;
  return existsSync(file) ? () => Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : wall;
}

/** Pairs a second of some work. */
async function speed(pairs: number, work: () => unknown, clock: Stopwatch = ownTime): Promise<number> {
  const started = clock();
  await work();
  return (pairs / (clock() - started)) * 1000;
}

/** Columns on one thread and on two, with what they last found. */
export async function columnTrial(columns: Columns, catalogue: Registry) {
  const answers = roomForAnswers(catalogue, columns);
  const pairs = columns.size * catalogue.items.length;
  const run = runColumns(catalogue, columns, answers, trialDay);
  const threads = await columnThreads(columns, answers, 2);
  run();
  await threads.run();
  return {
    one: () => speed(pairs, run),
    /** How many times as fast two threads are as one, by the clock on the wall. */
    async gain(): Promise<number> {
      const alone = await speed(pairs, run, wall);
      return (await speed(pairs, () => threads.run(), wall)) / alone;
    },
    counts: (): Counts =>
      answers.map(({ eligible, unknown }) => ({ eligible: countOf(eligible), unknown: countOf(unknown) })),
    stop: () => threads.stop(),
  };
}

/** What a firm that cannot be told adds to an item's sum, an eligible one adding 1: more than there are firms. */
const unknownMark = 1_000_000_000;

/** The whole catalogue over a trial table in one scan; planning is done before and not counted. */
export async function sqlTrial(client: pg.Client, table: string, catalogue: Registry) {
  const rules = catalogueInSql(catalogue, trialDay);
  const sums = rules.conditions.map((condition) => `sum(coalesce((${condition})::int, ${unknownMark}))`).join(", ");
  await client.query("DEALLOCATE ALL; SET jit = off; SET max_parallel_workers_per_gather = 0");
  await client.query(`PREPARE scan AS SELECT ARRAY[${sums}]::text[] AS sums FROM ${sharedSource(rules, table)} judged`);
  const { rows } = await client.query<{ firms: string }>(`SELECT count(*) AS firms FROM ${table}`);
  const pairs = Number(rows[0]?.firms) * catalogue.items.length;
  const clock = await serverTime(client);
  let found: readonly number[] = [];
  const scan = async () => {
    found = (await client.query<{ sums: string[] }>("EXECUTE scan")).rows[0]?.sums.map(Number) ?? [];
  };
  return {
    run: () => speed(pairs, scan, clock),
    counts: (): Counts => found.map((sum) => ({ eligible: sum % unknownMark, unknown: Math.floor(sum / unknownMark) })),
  };
}

type Others = {
  rounds: number;
  sql: Awaited<ReturnType<typeof sqlTrial>>;
  columns: Awaited<ReturnType<typeof columnTrial>>;
};

/** Every engine on the same items and firms, turn by turn, so that a busy machine hinders all of them alike. */
export async function interactiveTrial(
  profiles: readonly Facts[],
  { items, facts }: Registry,
  { rounds, sql, columns }: Others,
) {
  const engine = engineOf(items, trialDay);
  const slots = factSlots();
  const rules = items.map((item) => buildRule(item.conditions, slots));
  const tests = rules.map(compileRule);
  const explanations = rules.map((rule) => compileExplanation(rule, facts));
  const values = profiles.map((profile) => slotValues(profile, slots));
  const counts = items.map(() => ({ eligible: 0, unknown: 0 }));
  const sample = profiles.slice(0, 40);
  const some = values.slice(0, 400);
  const seen = {
    engine: [] as number[],
    closures: [] as number[],
    explained: [] as number[],
    sql: [] as number[],
    columns: [] as number[],
  };
  for (let round = 0; round <= rounds; round += 1) {
    const engineSpeed = await speed(sample.length * items.length, async () => {
      for (const profile of sample) await heldBy(engine, profile);
    });
    const closures = await speed(values.length * items.length, () => countByClosures(tests, values, counts));
    const explained = await speed(some.length * items.length, () => explainAll(explanations, some));
    const inSql = await sql.run();
    if (round === 0) continue; // the first round warms up
    seen.engine.push(engineSpeed);
    seen.closures.push(closures);
    seen.explained.push(explained);
    seen.sql.push(inSql);
    for (let time = 0; time < 5; time += 1) seen.columns.push(await columns.one());
  }
  const different = (other: Counts) =>
    counts.filter((own, index) => own.eligible !== other[index]?.eligible || own.unknown !== other[index]?.unknown)
      .length;
  const disagreements = different(sql.counts()) + different(columns.counts());
  return {
    engine: median(seen.engine),
    closures: median(seen.closures),
    explained: median(seen.explained),
    sql: median(seen.sql),
    columns: median(seen.columns),
    disagreements,
  };
}

function countByClosures(
  tests: readonly ReturnType<typeof compileRule>[],
  values: readonly ReturnType<typeof slotValues>[],
  counts: { eligible: number; unknown: number }[],
): void {
  tests.forEach((test, index) => {
    let eligible = 0;
    let unknown = 0;
    for (const own of values) {
      const verdict = test(own, trialDay);
      if (verdict === kleene.true) eligible += 1;
      else if (verdict === kleene.unknown) unknown += 1;
    }
    counts[index] = { eligible, unknown };
  });
}

function explainAll(
  explanations: readonly ReturnType<typeof compileExplanation>[],
  values: readonly ReturnType<typeof slotValues>[],
): number {
  let met = 0;
  for (const own of values) for (const explain of explanations) if (explain(own, trialDay).outcome === "met") met += 1;
  return met;
}

/** Other engines of npm beside json-rules-engine on firms whose facts are all known (they have two values), same pairs. */
export async function peersTrial(
  { items, facts }: Registry,
  rounds: number,
): Promise<readonly { name: string; pairs: number; engine: number }[]> {
  const profiles = [
    ...drawnProfiles(40, items, valuePools(items, facts, trialDay), { absent: 0, odd: 0 }, 20_261_126, trialDay),
  ];
  const engine = engineOf(items, trialDay);
  const reference: Peer = async (profile) => {
    const held = await heldBy(engine, profile);
    return items.map((item) => held.has(item.id));
  };
  const peers = {
    "json-rules-engine": reference,
    "@gorules/zen-engine": zenPeer(items, trialDay),
    "json-logic-engine, built": jsonLogicPeer(items, trialDay),
  };
  for (const profile of profiles) await sameAnswers(profile, peers);
  const speeds = new Map<string, number[]>(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, peer] of Object.entries(peers)) {
      speeds.get(name)?.push(
        await speed(profiles.length * items.length, async () => {
          for (const profile of profiles) await peer(profile);
        }),
      );
    }
  }
  const [first = Number.NaN, ...others] = [...speeds.values()].map(median);
  return others.map((pairs, index) => ({ name: Object.keys(peers)[index + 1] ?? "", pairs, engine: first }));
}

/** A peer that answers otherwise would be measured on something else. */
async function sameAnswers(profile: Facts, peers: Readonly<Record<string, Peer>>): Promise<void> {
  const answers = await Promise.all(
    Object.entries(peers).map(async ([name, peer]) => ({ name, held: await peer(profile) })),
  );
  for (const { name, held } of answers) {
    const wrong = held.filter((own, index) => own !== answers[0]?.held[index]).length;
    if (wrong > 0) throw new Error(`${name} answers ${wrong} items otherwise than ${answers[0]?.name}`);
  }
}

/** Bytes a second that one thread reads from memory, on far more than the caches hold: the best of several passes. */
export function memoryBandwidth(): number {
  const words = new Int32Array(64 * 1024 * 1024).fill(1);
  const passes = Array.from({ length: 7 }, () => {
    const started = performance.now();
    if (sumOf(words) === 0) throw new Error("nothing was read");
    return (words.byteLength / (performance.now() - started)) * 1000;
  });
  return Math.max(...passes);
}

function sumOf(words: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < words.length; index += 8) {
    sum |=
      words[index]! |
      words[index + 1]! |
      words[index + 2]! |
      words[index + 3]! |
      words[index + 4]! |
      words[index + 5]! |
      words[index + 6]! |
      words[index + 7]!;
  }
  return sum;
}
