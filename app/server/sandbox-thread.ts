import { parentPort, workerData } from "node:worker_threads";
import { readRegister, registerStamp } from "~/features/enterprises/use-cases/read-register.server";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { serveSandbox } from "./serve-sandbox";

export type SandboxData = { databaseUrl: string } & Pick<Catalogue, "facts" | "regions">;

const { databaseUrl, facts, regions } = workerData as SandboxData;
const { prisma, close } = createDatabase(databaseUrl, 1);

if (parentPort) {
  serveSandbox({
    port: parentPort,
    source: {
      stamp: async (now) => `${shanghaiDay(now)} ${await registerStamp(prisma)}`,
      firms: (now) => readRegister(prisma, facts, shanghaiDay(now)),
    },
    regions,
    close,
  });
}
