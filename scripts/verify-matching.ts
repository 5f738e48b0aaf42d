import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import pg from "pg";
import { trialDay } from "~/features/matching/testing/column-run";
import { closureTable, columnTable, disagreements, oracleTable } from "~/features/matching/testing/differential";
import { profilesOf, slicesOf, type Slice } from "~/features/matching/testing/differential-slices";
import { openTrialDatabase } from "~/features/matching/testing/trial-database";
import type { SqlRules } from "~/features/matching/domain/register/rule-sql";
import {
  catalogueInSql,
  copyProfiles,
  createTrialTable,
  sqlDisagreements,
  sqlTable,
} from "~/features/matching/testing/wide-copy";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";

/** What one slice came to. `inSql`: pairs of profiles whose facts all fit their columns. */
type Result = { name: string; pairs: number; inSql: number; closures: number; columns: number; sql: number };

const catalogue = loadCatalogueFiles("rules");

if (isMainThread) await proveAll();
else await serve(workerData as { url: string; name: string });

/** Every engine over every item and profile, with json-rules-engine as the measure; two slices at a time. */
async function proveAll(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, share: { type: "string", default: "1" } },
  });
  const { client, url, stop } = await openTrialDatabase(catalogue);
  const left = [...slicesOf(Number(values.share))];
  const results: Result[] = [];
  try {
    await Promise.all(["trial_a", "trial_b"].map((name) => work({ url, name }, left, results)));
    await client.query("DROP TABLE IF EXISTS trial_a, trial_b");
  } finally {
    await stop();
  }
  report(results);
  const total = {
    pairs: sum(results, "pairs"),
    disagreements: sum(results, "closures") + sum(results, "columns") + sum(results, "sql"),
  };
  if (values.json) console.log(JSON.stringify(total));
  if (total.disagreements > 0) process.exitCode = 1;
}

function work(data: { url: string; name: string }, left: Slice[], results: Result[]): Promise<void> {
  const thread = new Worker(new URL("../app/platform/thread.mjs", import.meta.url), {
    workerData: { module: import.meta.url, ...data },
  });
  return new Promise((resolve, reject) => {
    const next = () => thread.postMessage(left.shift() ?? null);
    thread.on("message", (result: Result) => {
      results.push(result);
      next();
    });
    thread.on("error", reject);
    thread.on("exit", () => resolve());
    next();
  });
}

async function serve({ url, name }: { url: string; name: string }): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rules = catalogueInSql(catalogue, trialDay);
  parentPort?.on("message", (slice: Slice | null) => {
    if (!slice) return void client.end().then(() => parentPort?.close());
    void prove(slice, client, name, rules).then((result) => parentPort?.postMessage(result));
  });
}

async function prove(slice: Slice, client: pg.Client, table: string, rules: SqlRules): Promise<Result> {
  const profiles = profilesOf(slice, catalogue, trialDay);
  await createTrialTable(client, table);
  await copyProfiles(client, table, profiles, catalogue);
  const expected = await oracleTable(catalogue, profiles, trialDay);
  const bySql = sqlDisagreements(await sqlTable(client, table, rules), expected);
  return {
    name: slice.name,
    pairs: profiles.length * catalogue.items.length,
    inSql: bySql.pairs,
    closures: disagreements(expected, closureTable(catalogue, profiles, trialDay)),
    columns:
      disagreements(expected, columnTable(catalogue, profiles, trialDay)) +
      disagreements(expected, columnTable(catalogue, profiles, trialDay, true)),
    sql: bySql.wrong,
  };
}

function report(results: readonly Result[]): void {
  console.log(
    `${catalogue.items.length} items; disagreements with json-rules-engine (its two runs where facts are unknown)`,
  );
  console.log(
    `${"profiles".padEnd(28)}${["pairs", "closures", "columns", "SQL", "pairs in SQL"].map((head) => head.padStart(13)).join("")}`,
  );
  for (const name of new Set(results.map((result) => result.name))) {
    const own = results.filter((result) => result.name === name);
    console.log(
      `${name.padEnd(28)}${(["pairs", "closures", "columns", "sql", "inSql"] as const).map((key) => sum(own, key).toLocaleString("en").padStart(13)).join("")}`,
    );
  }
}

function sum(results: readonly Result[], key: Exclude<keyof Result, "name">): number {
  return results.reduce((total, result) => total + result[key], 0);
}
