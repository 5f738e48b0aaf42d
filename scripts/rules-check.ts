import { parseArgs } from "node:util";
import { CatalogueError, loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { standingOn } from "~/features/policies/domain/catalogue";
import { shanghaiDay } from "~/kernel/plain-date";

const { values } = parseArgs({ options: { root: { type: "string", default: "rules" } } });

try {
  const catalogue = loadCatalogueFiles(values.root);
  const today = shanghaiDay(new Date());
  const documents = new Set(catalogue.items.map((item) => catalogue.documentIdOf(item.id))).size;
  const inForce = catalogue.items.filter((item) => standingOn(item, today) === "inForce").length;
  console.log(
    `${catalogue.items.length} items in ${documents} documents, ${catalogue.facts.size} facts; ${inForce} items in force on ${today}`,
  );
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error;
  console.error(error.message);
  console.error(`${error.problems.length} problems: nothing was loaded`);
  process.exitCode = 1;
}
