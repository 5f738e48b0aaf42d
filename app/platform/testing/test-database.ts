import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { fixedClock, type Clock } from "~/kernel/clock";
import { shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import type { PrismaClient } from "~/generated/prisma/client";
import { createDatabase } from "~/platform/db.server";
import { systemRandom } from "~/platform/random.server";
import { withClient } from "../../../scripts/lib/database.mjs";

type Client = { query(text: string): Promise<unknown> };

/** What use cases run on in a test, on a database of its own. The clock stands until moved. */
export type TestProcess = Awaited<ReturnType<typeof testProcess>>;

/**
 * Clones the template and opens it as the application's role, which may not change the append-only tables.
 * Call `close` when done: it drops the database.
 */
export async function testProcess(now = new Date("2026-11-24T02:00:00Z")) {
  const { url, ownerUrl, close: drop } = await emptyDatabase();
  const database = createDatabase(url, 10);
  const clock = fixedClock(now);
  const catalogue = await publishedOn(shanghaiDay(now), database.prisma, clock);
  const close = async () => {
    await database.close();
    await drop();
  };
  return { prisma: database.prisma, clock, random: systemRandom, catalogue, url, ownerUrl, close };
}

const published = new Map<PlainDate, PublishedCatalogue>();

/** What the template holds in force on a day: the same in every clone of it, so each worker loads it once. */
async function publishedOn(day: PlainDate, prisma: PrismaClient, clock: Clock): Promise<PublishedCatalogue> {
  const known = published.get(day);
  if (known) return known;
  const files = loadCatalogueFiles("rules", { demo: true });
  const loaded = await loadCatalogue({ prisma, clock, random: systemRandom }, files);
  published.set(day, loaded);
  return loaded;
}

/** The address of a new database as the template is, as the application's role and as its owner's; `close` drops it. */
export async function emptyDatabase() {
  const { adminUrl, template, role, password } = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withClient(adminUrl, (client: Client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  const url = new URL(adminUrl);
  url.pathname = name;
  const ownerUrl = url.href;
  url.username = role;
  url.password = password;
  const close = async () => {
    await withClient(adminUrl, (client: Client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
  };
  return { url: url.href, ownerUrl, close };
}
