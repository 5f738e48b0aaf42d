import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { withEnd } from "./at-end.server";
import type { Prisma} from "~/generated/prisma/client";
import { PrismaClient } from "~/generated/prisma/client";

/** A transaction, or the client where none is needed. */
export type Tx = Prisma.TransactionClient;

/** Opens a pool. Errors of idle connections are left to the next query: unheard they would end the process. */
export function createDatabase(url: string, connections = 20) {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: "-c timezone=UTC" });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { prisma, pool, close };
}

/** One transaction at READ COMMITTED: rows that must not change meanwhile are locked by who reads them. */
export function transact<T>(prisma: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction((tx) => withEnd(tx, work), { maxWait: 10_000, timeout: 30_000 });
}
