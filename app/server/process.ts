import type { Pool } from "pg";
import { createPress } from "~/features/documents/adapters/press.server";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { ensureFactColumns } from "~/features/matching/use-cases/ensure-fact-columns.server";
import { adjustableClock } from "~/kernel/adjustable-clock";
import { systemClock } from "~/kernel/clock";
import type { AppContext } from "~/platform/context.server";
import { createDatabase } from "~/platform/db.server";
import { armFault } from "~/platform/fault-point.server";
import { readEnv } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { systemRandom } from "~/platform/random.server";
import { createStorage } from "~/platform/storage.server";
import { startSandbox } from "./start-sandbox";

/** What the process makes once; a request adds nonce, address and id. `catalogue` is replaced when an item is published. */
export type Shared = Omit<AppContext, "nonce" | "address" | "requestId"> & { close(): Promise<void> };
/** With the figures of the database's pool. */
export type Served = Shared & { pool: Pick<Pool, "totalCount" | "idleCount" | "waitingCount"> };

/** Checks the environment, opens the database and publishes the catalogue. @throws on a broken catalogue file. */
export async function createProcess(source: NodeJS.ProcessEnv): Promise<Served> {
  const env = readEnv(source);
  const press = createPress(env.SIGNING_KEY, env.SIGNING_PASSWORD);
  armFault(env.CRASH_AT);
  const log = createLog(env.NODE_ENV === "production" ? "info" : "warn");
  const { prisma, pool, close } = createDatabase(env.DATABASE_URL);
  const clock = env.CLOCK_TEST ? adjustableClock(systemClock) : systemClock;
  const base = { env, log, prisma, pool, clock, random: systemRandom, storage: createStorage(env.STORAGE_DIR), press };
  const catalogue = await loadCatalogue(
    { prisma, clock, random: systemRandom },
    loadCatalogueFiles("rules", { demo: env.DEMO }),
  );
  await ensureFactColumns(prisma, catalogue.registry);
  const sandbox = startSandbox(env.DATABASE_URL, catalogue.registry, log);
  const closeAll = async () => {
    await sandbox.stop();
    await close();
  };
  return { ...base, catalogue, sandbox, close: closeAll };
}
