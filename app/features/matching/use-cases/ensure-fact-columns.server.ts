import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PrismaClient } from "~/generated/prisma/client";
import { ensureFactColumns as ensure } from "../adapters/wide.repository.server";

/** Brings the wide table in line with the fact registry; once at start. */
export async function ensureFactColumns(prisma: PrismaClient, { facts }: Pick<Catalogue, "facts">): Promise<void> {
  await ensure(prisma, facts);
}
