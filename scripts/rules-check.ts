import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { CatalogueError, loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { isForRegion, regionChain, type Catalogue } from "~/features/policies/domain/catalogue";
import { countStates, isInForce, validityStates, type ValidityState } from "~/features/policies/domain/validity";
import { shanghaiDay } from "~/kernel/plain-date";
import { endWithPipe } from "./lib/end-with-pipe";

endWithPipe();

const { values } = parseArgs({ options: { root: { type: "string", default: "rules" } } });

try {
  // The demonstration zone is checked with the rest, and counts for nothing.
  if (existsSync(path.join(values.root, "demo"))) loadCatalogueFiles(values.root, { demo: true });
  const catalogue = loadCatalogueFiles(values.root);
  const today = shanghaiDay(new Date());
  const documents = new Set(catalogue.items.map((item) => catalogue.documentIdOf(item.id))).size;
  console.log(`${catalogue.items.length} items in ${documents} documents, ${catalogue.facts.size} facts`);
  console.log(`on ${today}: ${stateWords(countStates(catalogue.items, today))}`);
  for (const { code, zh } of placesWithItems(catalogue)) {
    const chain = regionChain(catalogue.regions, code);
    const own = countStates(
      catalogue.items.filter((item) => item.region === code),
      today,
    );
    const here = catalogue.items.filter((item) => isForRegion(item, chain) && isInForce(item, today)).length;
    console.log(`${code} ${zh}: ${stateWords(own)}; ${here} in force for a firm there`);
  }
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error;
  console.error(error.message);
  console.error(`${error.problems.length} problems: nothing was loaded`);
  process.exitCode = 1;
}

/** Places that have items of their own, from the nation down. */
function placesWithItems({ items, regions }: Catalogue) {
  const own = new Set(items.map((item) => item.region));
  return [...regions.values()].filter(({ code }) => own.has(code)).sort((a, b) => a.code.localeCompare(b.code));
}

function stateWords(counts: ReadonlyMap<ValidityState, number>): string {
  return validityStates.flatMap((state) => (counts.get(state) ? [`${counts.get(state)} ${state}`] : [])).join(", ");
}
