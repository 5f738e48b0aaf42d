import type { Actor } from "~/access/actor";
import type { AppContext, Deps } from "./context.server";
import { transact } from "./db.server";

/** What running use cases needs of the process. */
export type Performing = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** Runs one use case in one transaction for one actor; `longest` is the milliseconds after which it is given up. */
export function perform<T>(
  context: Performing,
  actor: Actor,
  useCase: (deps: Deps) => Promise<T>,
  longest?: number,
): Promise<T> {
  const { clock, random, catalogue } = context;
  return transact(context.prisma, (tx) => useCase({ tx, clock, random, catalogue, actor }), longest);
}
