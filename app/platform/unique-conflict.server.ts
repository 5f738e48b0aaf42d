import { Prisma } from "~/generated/prisma/client";

/** Whether an error says that a row with this unique value exists already. */
export function isUniqueConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Runs a transaction again when somebody else wrote the same unique value meanwhile: the second run finds that row. */
export async function againOnConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueConflict(error)) return work();
    throw error;
  }
}
