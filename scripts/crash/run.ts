import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { RandomSource } from "#prisma/seed/random-source";
import { shanghaiDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { ensureDatabase, withClient } from "../lib/database.mjs";
import { demoSigningKey } from "../lib/demo-key.mjs";
import { applicationRole } from "../lib/migrate.mjs";
import { smallCatalogue } from "./catalogue-parts";
import { check, type Findings } from "./check";
import { CrashingServer } from "./child";
import { Fleet } from "./fleet";
import { steady } from "./steady";

type Client = { query(text: string): Promise<unknown> };

/** Where the databases lie; `crash` ends the database server without a word and starts it again, where that is allowed. */
export type Cluster = { adminUrl: string; password: string; crash: (() => Promise<void>) | null };

export type SeedResult = Findings & { seed: number; crashed: string[]; missed: string[]; restarts: number };

const reachMs = 300_000;

/** Everything but our own sources is left to Node. */
const packagesStayOutside: Plugin = {
  name: "packages-stay-outside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^.~#/]/ }, ({ path: name, kind }) =>
      kind === "entry-point" ? undefined : { path: name.replace(/(jieba.dict)$/, "$1.js"), external: true },
    ),
};

/** The server under test as one file, so that it is up again at once. */
export async function bundleServer(): Promise<string> {
  mkdirSync(path.join(".cache", "crash"), { recursive: true });
  const outfile = path.resolve(".cache", "crash", `server-${process.pid}.mjs`);
  await build({
    entryPoints: ["scripts/crash/server.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    plugins: [packagesStayOutside],
    outfile,
    minify: true,
    keepNames: true,
    logLevel: "error",
  });
  return outfile;
}

/** Lets the server die at each point, in an order that the seed gives, while the fleet works; then looks at what is there. */
export async function runSeed(
  cluster: Cluster,
  bundle: string,
  seed: number,
  points: { start: readonly string[]; work: readonly string[] },
): Promise<SeedResult> {
  const random = new RandomSource(seed);
  const folder = mkdtempSync(path.join(os.tmpdir(), "crash-"));
  const name = `crash_${seed}_${randomBytes(4).toString("hex")}`;
  const { environment, ownerUrl } = place(cluster, name, folder);
  await steady(() => ensureDatabase(cluster.adminUrl, name));
  const server = new CrashingServer(bundle, environment);
  const outcome = { crashed: [] as string[], missed: [] as string[], restarts: 0 };
  const database = createDatabase(ownerUrl, 6);
  try {
    for (const point of points.start)
      await crashOnce(server, outcome, point, point.startsWith("migration") ? random.whole(1, 3) : 1, true);
    const work = shuffled(points.work, random);
    const fleet = await prepared(server, database.prisma);
    const working = fleet.run(3);
    const halfway = Math.floor(work.length / 2);
    for (const [index, point] of work.entries()) {
      if (index === halfway && cluster.crash) {
        await cluster.crash();
        outcome.restarts += 1;
      }
      await Promise.race([crashOnce(server, outcome, point, random.whole(1, 2)), failing(working)]);
    }
    const stop = keepRunning(server);
    fleet.finish();
    await working;
    await steady(() => drained(database.prisma));
    await stop();
    return {
      seed,
      ...outcome,
      ...(await steady(() =>
        check(database.prisma, fleet.acknowledged, {
          storage: path.join(folder, "files"),
          roots: path.join(folder, "roots"),
        }),
      )),
    };
  } finally {
    server.kill();
    await database.close();
    await steady(() =>
      withClient(cluster.adminUrl, (client: Client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
    );
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves until it is stopped: a database that is restarted for another seed may end a server that is just starting. */
function keepRunning(server: CrashingServer): () => Promise<void> {
  let stopping = false;
  const running = (async () => {
    while (!stopping) await server.start(null);
  })();
  return async () => {
    stopping = true;
    server.kill();
    await running;
  };
}

/** A fleet that stops with an error ends the run. */
function failing(working: Promise<unknown>): Promise<never> {
  return new Promise((_resolve, reject) => working.catch(reject));
}

async function crashOnce(
  server: CrashingServer,
  outcome: { crashed: string[]; missed: string[] },
  point: string,
  passing: number,
  anew = false,
): Promise<void> {
  // A database that is restarted for another seed may keep a server from starting: then once more.
  for (let attempt = 1; ; attempt += 1) {
    const ended = server.start(`${point}:${passing}`, anew);
    const timer = setTimeout(() => server.kill(), reachMs);
    const { signal, crashedAt, errors } = await ended;
    clearTimeout(timer);
    if (crashedAt === point) return void outcome.crashed.push(point);
    if (signal === "SIGKILL" || attempt === 5) return void outcome.missed.push(`${point}:${passing} ${errors}`);
  }
}

function place({ adminUrl, password }: Cluster, name: string, folder: string) {
  const owner = new URL(adminUrl);
  owner.pathname = name;
  const url = new URL(owner);
  url.username = applicationRole;
  url.password = password;
  writeFileSync(path.join(folder, "catalogue.json"), smallCatalogue());
  const environment = {
    PATH: process.env["PATH"],
    NODE_ENV: "test" as const,
    DATABASE_URL: url.href,
    MIGRATE_DATABASE_URL: owner.href,
    ROLE_PASSWORD: password,
    DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    STORAGE_DIR: path.join(folder, "files"),
    MAIL_SINK_DIR: path.join(folder, "mail"),
    AUDIT_ROOT_DIR: path.join(folder, "roots"),
    SIGNING_KEY: demoSigningKey("crash"),
    SIGNING_PASSWORD: "crash",
    CATALOGUE_PARTS: path.join(folder, "catalogue.json"),
  };
  return { environment, ownerUrl: owner.href };
}

/** A database with tables and catalogue gets a calendar; then firms can come. */
async function prepared(server: CrashingServer, prisma: ReturnType<typeof createDatabase>["prisma"]): Promise<Fleet> {
  for (let attempt = 1; ; attempt += 1) {
    const ended = server.start(null, true);
    const errors = await Promise.race([server.address().then(() => null), ended.then((end) => end.errors)]);
    server.kill();
    await ended;
    if (errors === null) break;
    if (attempt === 5) throw new Error(`the server does not start: ${errors}`);
  }
  await steady(() => seedCalendar(prisma, shanghaiDay(new Date())));
  return new Fleet(server, prisma);
}

async function drained(prisma: ReturnType<typeof createDatabase>["prisma"]): Promise<void> {
  // A message that a dead worker had taken comes free after a minute; nothing forbids to free it at once.
  for (let attempt = 0; attempt < 600; attempt += 1) {
    await prisma.outbox.updateMany({
      where: { processedAt: null, availableAt: { gt: new Date() } },
      data: { availableAt: new Date() },
    });
    if ((await prisma.outbox.count({ where: { processedAt: null, failedAt: null } })) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function shuffled(points: readonly string[], random: RandomSource): string[] {
  const left = [...points];
  return Array.from(points, () => left.splice(random.whole(0, left.length - 1), 1)[0] ?? "");
}
