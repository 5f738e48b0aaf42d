import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";

/** The connection of one transaction; over when the transaction has ended and the pool has it back. */
export type Connection = { client: pg.ClientBase; over: boolean };

type Slot = { connection: Connection | null };
type Started = Awaited<ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["startTransaction"]>>;

const slots = new AsyncLocalStorage<Slot>();

/** Runs `begin`, in which Prisma opens one transaction, and hands that transaction's connection to whoever asks within. */
export function withSlot<T>(begin: (connectionOf: () => Connection | null) => Promise<T>): Promise<T> {
  const slot: Slot = { connection: null };
  return slots.run(slot, () => begin(() => slot.connection));
}

/** Prisma's adapter, which keeps the connection of a transaction to itself, made to note it. */
export class NotingPrismaPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => noted(await start(isolation));
    return adapter;
  }
}

function noted(started: Started): Started {
  const slot = slots.getStore();
  const { client } = started as unknown as { client: pg.ClientBase };
  const connection: Connection = { client, over: false };
  if (slot) slot.connection = connection;
  for (const end of ["commit", "rollback"] as const) {
    const finish = started[end].bind(started);
    started[end] = () => {
      connection.over = true;
      return finish();
    };
  }
  return started;
}
