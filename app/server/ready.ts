import { readdirSync } from "node:fs";
import type { RequestHandler } from "express";
import { caught } from "./door";
import { inTime } from "./in-time";
import type { Shared } from "./process";

type Readiness = { database: boolean; migrations: boolean; catalogue: boolean; register: boolean };

const patienceMs = 2000;

/**
 * Whether the process can take requests: database reachable, migrations done, catalogue loaded, register of the sandbox
 * read (it is begun by asking).
 */
export async function readiness(
  { prisma, catalogue, sandbox, clock }: Pick<Shared, "prisma" | "catalogue" | "sandbox" | "clock">,
  migrations: readonly string[] = ownMigrations(),
): Promise<Readiness> {
  const done = await inTime(applied(prisma), patienceMs).catch(() => null);
  const names = new Set(done?.map(({ name }) => name));
  return {
    database: done !== null,
    migrations: done !== null && migrations.every((name) => names.has(name)),
    catalogue: catalogue.items.length > 0,
    register: done !== null && sandbox.warm(clock.now()),
  };
}

async function applied(prisma: Shared["prisma"]): Promise<{ name: string }[]> {
  return prisma.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
}

/** Answers 200, or 503 with what is still missing. */
export function ready(shared: Shared): RequestHandler {
  const migrations = ownMigrations();
  return caught(async (_request, response) => {
    const parts = await readiness(shared, migrations);
    const isReady = Object.values(parts).every(Boolean);
    response.set("Cache-Control", "no-store");
    if (!isReady) response.set("Retry-After", "5");
    response.status(isReady ? 200 : 503).json({ ready: isReady, ...parts });
  });
}

function ownMigrations(): string[] {
  return readdirSync("prisma/migrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
