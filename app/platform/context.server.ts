import type { Clock } from "~/kernel/clock";
import type { Random } from "~/kernel/random";
import type { Actor } from "~/access/actor";
import type { PrismaClient } from "~/generated/prisma/client";
import type { Tx } from "./db.server";
import type { Env } from "./env.server";
import type { FileStorage } from "./storage.server";
import type { Log } from "./log.server";

/**
 * Everything of the process that a request may use; contexts add what is theirs (`declares.ts`). Made once at start,
 * but for the last three.
 */
export interface AppContext {
  env: Env;
  prisma: PrismaClient;
  clock: Clock;
  random: Random;
  storage: FileStorage;
  log: Log;
  /** CSP nonce of this response. */
  nonce: string;
  address: string;
  requestId: string;
}

/** What a use case receives. `tx` is one database transaction. */
export interface Deps {
  tx: Tx;
  clock: Clock;
  random: Random;
  actor: Actor;
}

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends AppContext {}
}
