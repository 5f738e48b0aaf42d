import path from "node:path";
import pg from "pg";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { openDatabase } from "../../../../scripts/lib/database.mjs";
import { ensureFactColumns } from "../use-cases/ensure-fact-columns.server";
import { createDatabase } from "~/platform/db.server";

/** The embedded PostgreSQL of benchmarks and proofs, with the wide table of the registry. Never the one of the environment. */
export async function openTrialDatabase(catalogue: Pick<Catalogue, "facts">) {
  delete process.env["DATABASE_URL"];
  process.env["HQT_DATA_DIR"] = path.join(".cache", "trial");
  const database = await openDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { prisma, close } = createDatabase(database.ownerUrl, 1);
  await ensureFactColumns(prisma, catalogue);
  await close();
  const stop = async () => {
    await client.end();
    await database.stop();
  };
  return { client, url: database.ownerUrl as string, stop };
}
