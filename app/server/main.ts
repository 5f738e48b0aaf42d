// First: before anything of React is loaded.
import { givenEnv } from "./given-env";
import { CatalogueError } from "~/features/policies/adapters/catalogue-files.server";
import { EnvironmentError } from "~/platform/env.server";
import { createProcess } from "./process";
import { serve } from "./serve";

const shared = await createProcess(givenEnv).catch(giveUp);
// One request that failed unheard is no reason to stop serving the others.
process.on("unhandledRejection", (error) => shared.log.error({ error }, "a promise failed unheard"));
const stop = await serve(shared);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        shared.log.error({ error }, "stopping failed");
        process.exit(1);
      },
    );
  });
}

/** What an administrator can mend is told in words; anything else with its place in the code. */
function giveUp(error: unknown): never {
  const mendable = error instanceof EnvironmentError || error instanceof CatalogueError;
  console.error(mendable ? error.message : error);
  process.exit(1);
}
