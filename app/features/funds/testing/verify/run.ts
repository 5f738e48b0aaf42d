import type { Prisma } from "~/generated/prisma/client";
import type { RandomSource } from "#prisma/seed/random-source";
import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { type Performing, perform } from "~/platform/transact.server";
import { maker } from "../due-payment";
import type { World } from "./world";

export type Run = {
  process: Performing;
  world: World;
  random: RandomSource;
  files: Uint8Array[];
  serial: () => string;
};

export type Operation = (run: Run) => Promise<unknown>;

export const as = <T>({ process }: Run, work: (deps: Deps & { actor: UserActor }) => Promise<T>, actor = maker) =>
  perform(process, actor, (deps) => work({ ...deps, actor }));
export const some = <T>({ random }: Run, rows: readonly T[], most: number): T[] =>
  rows.filter(() => random.chance(0.7)).slice(0, most);

/** Payments in a state, oldest or newest first by chance, so that several workers often want the same. */
export function payments(
  { process, random }: Run,
  status: string,
  application: Prisma.ApplicationWhereInput = {},
  take = 12,
) {
  return process.prisma.payment.findMany({
    where: { status, application },
    orderBy: { id: random.chance(0.5) ? "asc" : "desc" },
    take,
    include: { application: true, replacedBy: true, batch: true },
  });
}
