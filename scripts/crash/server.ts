import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createPress } from "~/features/documents/adapters/press.server";
import { ensureFactColumns } from "~/features/matching/use-cases/ensure-fact-columns.server";
import { buildCatalogue } from "~/features/policies/domain/build-catalogue";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { Refusal } from "~/kernel/refusal";
import { systemClock } from "~/kernel/clock";
import { createDatabase } from "~/platform/db.server";
import { readEnv } from "~/platform/env.server";
import { armFault, faultPoint } from "~/platform/fault-point.server";
import { createLog } from "~/platform/log.server";
import { systemRandom } from "~/platform/random.server";
import { createStorage } from "~/platform/storage.server";
import { startWorker } from "~/platform/worker.server";
import { outboxHandlers } from "~/server/outbox-handlers";
import type { Shared } from "~/server/process";
import { startSandbox } from "~/server/start-sandbox";
import { withClient } from "../lib/database.mjs";
import { grantApplicationRole, migrate } from "../lib/migrate.mjs";
import { carryOut } from "./commands";

type Client = Parameters<typeof migrate>[0];

/** The platform without its pages: start, use cases, worker and storage are the real ones; commands come over HTTP. */
const env = readEnv(process.env);
armFault(env.CRASH_AT);
if (process.env["MIGRATE"] === "1") {
  await withClient(process.env["MIGRATE_DATABASE_URL"] ?? "", async (client: Client) => {
    await migrate(client, faultPoint);
    await grantApplicationRole(client, process.env["ROLE_PASSWORD"]);
  });
}
const { prisma, close } = createDatabase(env.DATABASE_URL, 10);
const base = {
  env,
  prisma,
  clock: systemClock,
  random: systemRandom,
  storage: createStorage(env.STORAGE_DIR),
  log: createLog("warn"),
  press: createPress(env.SIGNING_KEY, env.SIGNING_PASSWORD),
};
const catalogue = await loadCatalogue(
  base,
  buildCatalogue(JSON.parse(readFileSync(process.env["CATALOGUE_PARTS"] ?? "", "utf8"))),
);
await ensureFactColumns(prisma, catalogue.registry);
const shared: Shared = {
  ...base,
  catalogue,
  sandbox: startSandbox(env.DATABASE_URL, catalogue.registry, base.log),
  close,
};
startWorker(shared, outboxHandlers(shared));

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body ?? null));
  try {
    answer(200, await carryOut(shared, JSON.parse(Buffer.concat(parts).toString())));
  } catch (error) {
    if (error instanceof Refusal) answer(409, { code: error.code });
    else answer(500, { error: String(error) });
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`ready ${address && typeof address === "object" ? address.port : 0}\n`);
});
