import type { Clock } from "~/kernel/clock";
import type { Random } from "~/kernel/random";
import type { DocumentPress } from "~/features/documents/domain/press";
import type { Actor } from "~/features/identity/domain/actor";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import type { Sandbox } from "~/features/workbench/domain/sandbox";
import type { PrismaClient } from "~/generated/prisma/client";
import type { Tx } from "./db.server";
import type { Env } from "./env.server";
import type { FileStorage } from "./storage.server";
import type { Log } from "./log.server";

/** Everything of the process that a request may use. Made once at start, but for the last three. */
export type AppContext = {
  env: Env;
  prisma: PrismaClient;
  clock: Clock;
  random: Random;
  /** Published policy items in memory. */
  catalogue: PublishedCatalogue;
  storage: FileStorage;
  press: DocumentPress;
  sandbox: Sandbox;
  log: Log;
  /** CSP nonce of this response. */
  nonce: string;
  address: string;
  requestId: string;
};

/** What a use case receives. `tx` is one database transaction. */
export type Deps = {
  tx: Tx;
  clock: Clock;
  random: Random;
  actor: Actor;
  catalogue: PublishedCatalogue;
};

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends AppContext {}
}
