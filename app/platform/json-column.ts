import type { Prisma } from "~/generated/prisma/client";

/** A value of ours as a JSON column takes it: `undefined` is left out there, and a bigint is none of it. */
export function toJson(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}
