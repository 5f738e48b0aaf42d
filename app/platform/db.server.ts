import pg from "pg";
import { withEnd } from "./at-end.server";
import { NotingPrismaPg, withSlot } from "./connections.server";
import { withDirectSql } from "./direct-sql.server";
import { faultPoint, isArmed } from "./fault-point.server";
import { OneAtATime } from "./one-at-a-time.server";
import type { Prisma } from "~/generated/prisma/client";
import { PrismaClient } from "~/generated/prisma/client";

/** A transaction, or the client where none is needed. */
export type Tx = Prisma.TransactionClient;

/** A connection that rests keeps what it has prepared, and whoever comes next finds it. */
const restMs = 5 * 60_000;

/** Opens a pool. Errors of idle connections are left to the next query: unheard they would end the process. */
export function createDatabase(url: string, connections = 20) {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    idleTimeoutMillis: restMs,
    options: "-c timezone=UTC",
    Client: OneAtATime,
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const client = new PrismaClient({ adapter: new NotingPrismaPg(pool) });
  const prisma = isArmed() ? withFaults(client) : client;
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { prisma, pool, close };
}

/** A client that can die after any write: the points are named `<Model>.written`. */
function withFaults(client: PrismaClient): PrismaClient {
  const dying = client.$extends({
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          const result = await query(args);
          if (/^(create|update|upsert|delete)/.test(operation)) faultPoint(`${model}.written`);
          return result;
        },
      },
    },
  });
  return dying as unknown as PrismaClient;
}

/** Milliseconds after which a transaction is given up. */
const usuallyLongest = 30_000;

/**
 * One transaction at READ COMMITTED: rows that must not change meanwhile are locked by who reads them. Its raw
 * statements go straight to the connection.
 * @param longest milliseconds after which it is given up
 */
export async function transact<T>(
  prisma: PrismaClient,
  work: (tx: Tx) => Promise<T>,
  longest = usuallyLongest,
): Promise<T> {
  const result = await withSlot((held) =>
    prisma.$transaction(
      async (tx) => {
        faultPoint("transaction.begun");
        const connection = held();
        const done = await withEnd(connection ? withDirectSql(tx, connection) : tx, work);
        faultPoint("transaction.worked");
        return done;
      },
      { maxWait: 10_000, timeout: longest },
    ),
  );
  faultPoint("transaction.committed");
  return result;
}
