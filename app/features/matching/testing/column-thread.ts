import { parentPort, workerData } from "node:worker_threads";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { runColumns, trialDay } from "./column-run";
import type { ThreadData } from "./column-threads";

const { columns, answers, stripe, stripes } = workerData as ThreadData;
const run = runColumns(loadCatalogueFiles("rules"), columns, answers, trialDay, { stripe, stripes });

parentPort?.on("message", () => {
  run();
  parentPort?.postMessage("done");
});
parentPort?.postMessage("ready");
