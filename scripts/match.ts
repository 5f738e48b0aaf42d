import path from "node:path";
import { BadInput, matchLines } from "~/features/matching/match-cli.server";
import { CatalogueError, loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { endWithPipe } from "./lib/end-with-pipe";

endWithPipe();

try {
  const catalogue = loadCatalogueFiles(path.resolve(import.meta.dirname, "../rules"));
  const lines = matchLines(process.argv.slice(2), catalogue, new Date());
  process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
} catch (error) {
  if (!(error instanceof BadInput || error instanceof CatalogueError)) throw error;
  process.stderr.write(`match: ${error.message}\n`);
  process.exitCode = error instanceof BadInput ? 2 : 1;
}
