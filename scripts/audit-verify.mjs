import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const misread = "is what was written; verifiers that read its numbers as doubles took it for changed";
const [proof, root] = positionals;

process.exitCode = (await (proof ? checkProofFile(proof) : checkDatabase())) ? 0 : 1;

/** A proof needs nothing but itself: no database, no server, no package. */
async function checkProofFile(file) {
  const { verifyProof } = await import("../public/verify-proof.js").then(() => globalThis.huiqitong);
  const report = await verifyProof(readFileSync(file, "utf8"), root ? readFileSync(root, "utf8") : null);
  print(report, report.lines);
  return report.valid;
}

/** The whole log, its seals and the exported roots. */
async function checkDatabase() {
  const { environment, openDatabase } = await import("./lib/database.mjs");
  const { spawnSync } = await import("node:child_process");
  const { typescript } = await import("./lib/process.mjs");
  const database = await openDatabase();
  try {
    const child = spawnSync(process.execPath, [...typescript, "scripts/audit-verify-log.ts"], {
      encoding: "utf8",
      env: environment(database),
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 2 ** 28,
    });
    if (!child.stdout) return false;
    const report = JSON.parse(child.stdout);
    const { events, streams, seals, published, faults, explained, notes } = report;
    print(report, [
      ...faults.map(({ kind, where, text }) => `FAULT  ${kind}  ${where}: ${text}`),
      ...explained.map(
        ({ where, note }) => `explained  ${where}: ${misread}${note ? `, note ${note}` : ", no note yet"}`,
      ),
      ...notes.map(({ number, at, reason }) => `note ${number}  ${at}  ${reason}`),
      `events ${events}  chains ${streams}  seals ${seals}  published roots ${published}  explained ${explained.length}  faults ${faults.length}`,
    ]);
    return faults.length === 0;
  } finally {
    await database.stop();
  }
}

function print(report, lines) {
  for (const line of lines) console.log(line);
  if (values.json) console.log(JSON.stringify(report));
}
