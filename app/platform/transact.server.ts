import type { Actor } from "~/features/identity/domain/actor";
import type { AppContext, Deps } from "./context.server";
import { transact } from "./db.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** Runs one use case in one transaction for one actor. */
export function perform<T>(context: Process, actor: Actor, useCase: (deps: Deps) => Promise<T>): Promise<T> {
  const { clock, random, catalogue } = context;
  return transact(context.prisma, (tx) => useCase({ tx, clock, random, catalogue, actor }));
}
