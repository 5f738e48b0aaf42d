import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { createPress } from "~/features/documents/adapters/press.server";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { ensureFactColumns } from "~/features/matching/use-cases/ensure-fact-columns.server";
import { fixedClock } from "~/kernel/clock";
import { shanghaiDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { readEnv } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { systemRandom } from "~/platform/random.server";
import { createStorage } from "~/platform/storage.server";
import { withClient } from "../lib/database.mjs";
import { jobsNow, prepareCases, type Job } from "./cases";
import { placeInRecording, readRecording, startRecording, type Statement } from "./recording";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "48" },
    rounds: { type: "string", default: "3" },
    concurrency: { type: "string", default: "4" },
    "tables-alone": { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const concurrency = Number(values.concurrency);
const pool = 10;
const env = readEnv(process.env);
const adminUrl = process.env["MIGRATE_DATABASE_URL"] ?? env.DATABASE_URL;
const folder = mkdtempSync(path.join(os.tmpdir(), "bench-redemption-"));
const longBefore = new Date("2026-11-03T02:00:00Z");
const begun = new Date("2026-11-24T02:00:00Z");

/** Jobs that may run at the same time, each as the bare transactions it was seen to make. */
type Phase = Statement[][][];

const template = await prepared();
try {
  const { phases, transitions } = await record();
  const bare = phases.flat(2);
  console.log(
    `${values.cases} cases, ${transitions} transitions in ${bare.length} transactions of ${bare.flat().length} bare statements; ${concurrency} at a time, pool of ${pool}`,
  );
  const times = { whole: [] as number[], bare: [] as number[] };
  // Nobody measures a server that has just been started.
  await wholeRound();
  await bareRound(phases);
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    times.bare.push(await bareRound(phases));
    times.whole.push(await wholeRound());
    console.log(
      `round ${round}: whole use case ${rate(transitions, times.whole)} transitions a second, bare ${rate(transitions, times.bare)}`,
    );
  }
  const ratioToBare = Number((median(times.bare) / median(times.whole)).toFixed(3));
  console.log(`ratio to bare ${ratioToBare} (bar: at least 0.5)`);
  if (values.out) writeFileSync(values.out, JSON.stringify({ ratioToBare }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rate(count: number, times: readonly number[]): number {
  return Math.round((count * 1000) / (times.at(-1) ?? Number.NaN));
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

/**
 * A database with as many paid cases as submitted ones, that the others are cloned from: its tables are in use, and
 * PostgreSQL knows their sizes.
 */
async function prepared(): Promise<string> {
  await openShared(env.DATABASE_URL, async (shared) => {
    await seedCalendar(shared.prisma, shanghaiDay(begun));
    await ensureFactColumns(shared.prisma, shared.catalogue.registry);
    shared.clock.set(longBefore);
    await prepareCases(shared, Number(values.cases));
    for (let jobs = await jobsNow(shared); jobs.length > 0; jobs = await jobsNow(shared))
      for (const job of jobs) await job.run();
    shared.clock.set(begun);
    await prepareCases(shared, Number(values.cases), Number(values.cases));
  });
  await withClient(ownerUrlOf(nameOf(env.DATABASE_URL)), (client: pg.Client) => client.query("VACUUM ANALYZE"));
  return nameOf(env.DATABASE_URL);
}

type Movable = Awaited<ReturnType<typeof makeShared>>;

async function makeShared(url: string) {
  const { prisma, close } = createDatabase(url, pool);
  const clock = fixedClock(begun);
  const base = {
    env,
    prisma,
    clock,
    random: systemRandom,
    storage: createStorage(folder),
    log: createLog("silent"),
    press: createPress(env.SIGNING_KEY, env.SIGNING_PASSWORD),
  };
  return { ...base, catalogue: await loadCatalogue(base, loadCatalogueFiles("rules", { demo: true })), close };
}

async function openShared<T>(url: string, work: (shared: Movable) => Promise<T>): Promise<T> {
  const shared = await makeShared(url);
  try {
    return await work(shared);
  } finally {
    await shared.close();
  }
}

/** Runs everything once, one after another, and notes what each job writes. */
function record(): Promise<{ phases: Phase[]; transitions: number }> {
  return onClone(async ({ url, ownerUrl }) => {
    await startRecording(ownerUrl, { withTriggers: values["tables-alone"] });
    const ends: bigint[][] = [];
    const transitions = await openShared(url, async (shared) => {
      const before = await shared.prisma.transition.count();
      for (let jobs = await jobsNow(shared); jobs.length > 0; jobs = await jobsNow(shared))
        ends.push(await recorded(jobs, ownerUrl));
      return (await shared.prisma.transition.count()) - before;
    });
    const transactions = await readRecording(ownerUrl);
    let from = 0n;
    const phases = ends.map((jobs) =>
      jobs.map((end) => {
        const own = transactions.filter(({ place }) => place > from && place <= end);
        from = end;
        return own.map(({ statements }) => statements);
      }),
    );
    return { phases, transitions };
  });
}

async function recorded(jobs: readonly Job[], ownerUrl: string): Promise<bigint[]> {
  const ends: bigint[] = [];
  for (const job of jobs) {
    await job.run();
    ends.push(await placeInRecording(ownerUrl));
  }
  return ends;
}

/** Milliseconds that the use cases take; what to do next is found out between the times. */
function wholeRound(): Promise<number> {
  return onClone(({ url }) =>
    openShared(url, async (shared) => {
      let spent = 0;
      for (let jobs = await jobsNow(shared); jobs.length > 0; jobs = await jobsNow(shared))
        spent += await timed(jobs.map(({ run }) => run));
      return spent;
    }),
  );
}

/**
 * Milliseconds of bare PostgreSQL: the rows that the use cases were seen to write, in as many transactions of prepared
 * statements: one insert a table, one update a changed row, nothing read. The database is the same, its constraints and
 * triggers included; with `--tables-alone` its triggers are off and the rows that they write are written from here.
 */
function bareRound(phases: readonly Phase[]): Promise<number> {
  return onClone(async ({ url, ownerUrl }) => {
    if (values["tables-alone"]) await withoutTriggers(ownerUrl);
    const connections = new pg.Pool({ connectionString: url, max: pool, options: "-c timezone=UTC" });
    // A connection that is closed when its database is dropped has nothing left to tell.
    connections.on("error", () => undefined);
    try {
      let spent = 0;
      for (const jobs of phases)
        spent += await timed(jobs.map((transactions) => () => inTurn(connections, transactions)));
      return spent;
    } finally {
      await connections.end();
    }
  });
}

async function inTurn(connections: pg.Pool, transactions: readonly Statement[][]): Promise<void> {
  for (const statements of transactions) {
    const client = await connections.connect();
    try {
      await client.query("BEGIN");
      for (const statement of statements) await client.query(statement);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
  }
}

async function timed(jobs: readonly (() => Promise<unknown>)[]): Promise<number> {
  const left = [...jobs];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let job = left.shift(); job; job = left.shift()) await job();
    }),
  );
  return performance.now() - started;
}

async function withoutTriggers(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client: pg.Client) => {
    const { rows } = await client.query<{ table: string }>(
      `SELECT relname AS "table" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    for (const { table } of rows) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    // The end of a chain and the sums of an envelope are else written by triggers alone.
    await client.query(`GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO PUBLIC`);
  });
}

/** Gives `work` a copy of the prepared database and drops it afterwards. */
async function onClone<T>(work: (clone: { url: string; ownerUrl: string }) => Promise<T>): Promise<T> {
  const name = `bench_${systemRandom.uuid().replaceAll("-", "")}`;
  const admin = ownerUrlOf("postgres");
  await withClient(admin, (client: pg.Client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  // What the copy left to be written must not slow the commits down that are timed.
  await withClient(admin, (client: pg.Client) => client.query("CHECKPOINT"));
  try {
    const url = new URL(env.DATABASE_URL);
    url.pathname = name;
    return await work({ url: url.href, ownerUrl: ownerUrlOf(name) });
  } finally {
    await withClient(admin, (client: pg.Client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
  }
}

function ownerUrlOf(name: string): string {
  const url = new URL(adminUrl);
  url.pathname = name;
  return url.href;
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
