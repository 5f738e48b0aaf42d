import { parseArgs } from "node:util";
import { bytesOf, loadColumns } from "~/features/matching/domain/register/columns";
import { classesFor, trialDay } from "~/features/matching/testing/column-run";
import { registerProfiles } from "~/features/matching/testing/population";
import { repeatColumns } from "~/features/matching/testing/repeat-columns";
import { openTrialDatabase } from "~/features/matching/testing/trial-database";
import { copyProfiles, createTrialTable, repeatProfiles } from "~/features/matching/testing/wide-copy";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { columnTrial, interactiveTrial, memoryBandwidth, peersTrial, sqlTrial } from "./lib/match-trials";
import { median, row } from "./lib/match-report";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    small: { type: "string", default: "2484" },
    distinct: { type: "string", default: "20000" },
    sizes: { type: "string", default: "100000,1000000" },
  },
});
const rounds = Number(values.rounds);
const distinct = Math.ceil(Number(values.distinct) / 32) * 32;
const catalogue = loadCatalogueFiles("rules");
const pairsFor = (firms: number) => firms * catalogue.items.length;

const profiles = [...registerProfiles(distinct, catalogue, trialDay)];
const small = profiles.slice(0, Number(values.small));
console.log(
  `${catalogue.items.length} items; firms with a median of ${median(small.map((facts) => Object.keys(facts).length))} known facts; medians of ${rounds} rounds, engines turn by turn, in processor time`,
);

const database = await openTrialDatabase(catalogue);
try {
  await createTrialTable(database.client, "trial_small");
  await copyProfiles(database.client, "trial_small", small, catalogue);
  const sql = await sqlTrial(database.client, "trial_small", catalogue);
  const columns = await columnTrial(classesFor(catalogue, loadColumns(small), trialDay), catalogue);
  const interactive = await interactiveTrial(small, catalogue, { rounds, sql, columns });
  const base = interactive.engine;
  const ratio = (pairsPerSecond: number) => Number((pairsPerSecond / base).toPrecision(4));

  console.log(`\n${small.length.toLocaleString("en")} firms`);
  row("json-rules-engine 7.3.1, one engine", base, base);
  row("closures", interactive.closures, base);
  row("closures with full explanation", interactive.explained, base);
  row("SQL, one scan, jit off", interactive.sql, base);
  row("columns, one thread", interactive.columns, base);
  for (const { name, pairs, engine } of await peersTrial(catalogue, rounds))
    row(`${name} (all facts known)`, pairs, engine);
  const { disagreements } = interactive;
  await columns.stop();

  const bandwidth = memoryBandwidth();
  console.log(`\nmemory read at ${(bandwidth / 1e9).toFixed(1)} GB/s by one thread`);
  const large = { one: interactive.columns, two: 0, sql: interactive.sql, floor: 0, growth: 1, sqlGrowth: 1 };
  const loaded = loadColumns(profiles);
  for (const size of values.sizes.split(",").filter(Boolean).map(Number)) {
    const times = Math.max(1, Math.round(size / distinct));
    const full = repeatColumns(loaded, times);
    const register = classesFor(catalogue, full, trialDay);
    const trial = await columnTrial(register, catalogue);
    const one = median(await inTurn(rounds, trial.one));
    const two = one * median(await inTurn(rounds, trial.gain));
    await trial.stop();
    await repeatProfiles(database.client, "trial_large", profiles, times, catalogue);
    const scan = await sqlTrial(database.client, "trial_large", catalogue);
    const scanned = median(await inTurn(size > 500_000 ? 1 : 2, scan.run));
    await database.client.query("DROP TABLE trial_large");
    const floor = bytesOf(register) / bandwidth;
    Object.assign(large, {
      one,
      two,
      sql: scanned,
      floor: pairsFor(register.size) / one / floor,
      growth: interactive.columns / one,
      sqlGrowth: interactive.sql / scanned,
    });
    console.log(
      `\n${register.size.toLocaleString("en")} firms (${distinct.toLocaleString("en")} different ones, ${times} times): ${Math.round(bytesOf(register) / register.size)} bytes a firm as classes of values, ${Math.round(bytesOf(full) / full.size)} with every value`,
    );
    row("columns, one thread", one, base);
    row("columns, two threads", two, base);
    row("SQL, one scan, jit off", scanned, base);
    console.log(
      `cost of a firm against ${small.length.toLocaleString("en")} firms: columns ${large.growth.toFixed(2)}, SQL ${large.sqlGrowth.toFixed(2)}; columns take ${large.floor.toFixed(1)} times as long as reading their bytes once`,
    );
  }
  const result = {
    closuresRatio: ratio(interactive.closures),
    explainedRatio: ratio(interactive.explained),
    sqlRatio: ratio(Math.min(interactive.sql, large.sql)),
    columnsRatio: ratio(Math.min(interactive.columns, large.one)),
    columnsTwoThreadsRatio: ratio(large.two),
    memoryFloorRatio: Number(large.floor.toFixed(2)),
    growth: Number(Math.max(large.growth, large.sqlGrowth).toFixed(2)),
    disagreements,
  };
  console.log(
    `\nbars: closures 150, explained 25, SQL 250, columns 5,000 and more on two threads, growth at most 1.3; ${disagreements} disagreements`,
  );
  if (values.json) console.log(JSON.stringify(result));
} finally {
  await database.stop();
}

async function inTurn(times: number, work: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push(await work());
  return found;
}
