import type { UserActor } from "~/access/actor";
import type { Tx } from "~/platform/db.server";
import type { AppContext, Deps } from "~/platform/context.server";
import { perform, type Performing } from "~/platform/transact.server";
import type { fixedClock } from "~/kernel/clock";
import type { Shape } from "../../domain/verify/catalogue-shapes";
import type { Cast } from "./cast";

/** A process whose transactions are parts of one that is rolled back in the end. */
export type NestedProcess = Performing & Pick<AppContext, "log"> & { clock: ReturnType<typeof fixedClock> };

/** One case of one configuration, with everybody who acts on it. `rivalId` is another firm's case of the same item. */
export type Stage = {
  process: NestedProcess;
  tx: Tx;
  cast: Cast;
  shape: Shape;
  itemId: string;
  fen: bigint;
  firm: { enterpriseId: string; creditCode: string };
  rivalId: string;
};

let points = 0;

/** Runs a part of a transaction that can fail by itself. */
export async function part<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const point = `part_${(points += 1)}`;
  await tx.$executeRawUnsafe(`SAVEPOINT ${point}`);
  try {
    const result = await work();
    await tx.$executeRawUnsafe(`RELEASE SAVEPOINT ${point}`);
    return result;
  } catch (error) {
    await tx.$executeRawUnsafe(`ROLLBACK TO SAVEPOINT ${point}`);
    await tx.$executeRawUnsafe(`RELEASE SAVEPOINT ${point}`);
    throw error;
  }
}

const undone = new Error("undone");

/** Runs work of which nothing stays; gives its result. */
export async function undo<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  let result: T | undefined;
  await part(tx, async () => {
    result = await work();
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return result as T;
}

/** The client as use cases see it that open transactions of their own: each becomes a part of `tx`. */
export function nested(tx: Tx): Performing["prisma"] {
  const inner = (): Tx => new Proxy(tx, {});
  return new Proxy(tx, {
    get: (target, name, receiver) =>
      name === "$transaction"
        ? (work: (own: Tx) => Promise<unknown>) => part(tx, () => work(inner()))
        : (Reflect.get(target, name, receiver) as unknown),
  }) as Performing["prisma"];
}

/**
 * Lets one of the cast run a use case, as a route would; for an office that the configuration does not ask somebody of
 * the lead department tries.
 */
export function as<T>(
  { process, cast }: Stage,
  name: string,
  work: (deps: Deps & { actor: UserActor }) => Promise<T>,
): Promise<T> {
  const actor = cast.get(name) ?? cast.get("three");
  if (!actor) throw new Error(`nobody plays ${name}`);
  return perform(process, actor, (deps) => work({ ...deps, actor }));
}
