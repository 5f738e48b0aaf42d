import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { findingInWords } from "~/features/workbench/domain/lint/finding-words";
import { lintCatalogue } from "~/features/workbench/domain/lint/lint-item";
import { compareWithRecords, lintRecordsSchema } from "~/features/workbench/domain/lint/lint-records";
import { shanghaiDay } from "~/kernel/plain-date";
import { endWithPipe } from "./lib/end-with-pipe";

endWithPipe();

const { values } = parseArgs({
  options: { root: { type: "string", default: "rules" }, json: { type: "boolean", default: false } },
});

const catalogue = loadCatalogueFiles(values.root);
const records = lintRecordsSchema.parse(JSON.parse(readFileSync(path.join(values.root, "lint-records.json"), "utf8")));
const findings = lintCatalogue(catalogue.items, catalogue, shanghaiDay(new Date()));
const { open, recorded, stale } = compareWithRecords(findings, records);

for (const finding of open) {
  console.log(
    `${finding.itemId} ${finding.path} ${finding.code}: ${findingInWords(finding, { facts: catalogue.facts, placed: (at) => at }, "zh")}`,
  );
}
for (const record of stale) console.log(`lint-records.json: nothing is found any more for ${JSON.stringify(record)}`);
console.log(
  `${catalogue.items.length} items: ${findings.length} findings, ${recorded} recorded with reasons, ${open.length} open, ${stale.length} stale records`,
);
if (values.json)
  console.log(
    JSON.stringify({
      items: catalogue.items.length,
      findings: findings.length,
      recorded,
      open: open.length,
      stale: stale.length,
    }),
  );
if (open.length > 0 || stale.length > 0) process.exitCode = 1;
