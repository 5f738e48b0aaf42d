import { parseArgs } from "node:util";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { fixedClock, systemClock } from "~/kernel/clock";
import { isPlainDate, shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { createDatabase } from "~/platform/db.server";
import { readEnv } from "~/platform/env.server";
import { systemRandom } from "~/platform/random.server";
import { createStorage } from "~/platform/storage.server";
import { RandomSource } from "./random-source";
import { seedCalendar } from "./seed-calendar";
import { seedDemo } from "./seed-demo";

const { values } = parseArgs({
  options: {
    "if-empty": { type: "boolean", default: false },
    firms: { type: "string", default: "200" },
    applications: { type: "string", default: "300" },
    seed: { type: "string", default: "340500" },
    on: { type: "string", default: shanghaiDay(systemClock.now()) },
  },
});

const env = readEnv(process.env);
const { prisma, close } = createDatabase(env.DATABASE_URL);
try {
  if (!isPlainDate(values.on)) throw new RangeError(`--on takes a day as YYYY-MM-DD, not ${values.on}`);
  await seedCalendar(prisma, values.on);
  if (values["if-empty"] && (await prisma.user.count()) > 0) process.exitCode = 0;
  else await seed();
} finally {
  await close();
}

/** The demo stands at the beginning of its day in Shanghai, so that the day alone decides its instants. */
async function seed(): Promise<void> {
  const started = Date.now();
  const now = startOfDay(values.on);
  const options = {
    firms: whole("firms"),
    applications: whole("applications"),
    seed: whole("seed"),
    key: Buffer.from(env.DATA_KEY, "base64"),
    now,
  };
  const ids = RandomSource.of(options.seed, "version");
  const random = { ...systemRandom, uuid: () => ids.uuid(now) };
  const catalogue = await loadCatalogue(
    { prisma, clock: fixedClock(now), random },
    loadCatalogueFiles("rules", { demo: true }),
  );
  const made = await seedDemo({ prisma, catalogue, storage: createStorage(env.STORAGE_DIR) }, options);
  console.log(
    `Demo data: ${made.firms} firms, ${made.applications} applications in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}

function whole(name: "firms" | "applications" | "seed"): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new RangeError(`--${name} takes a whole number, not ${values[name]}`);
  return number;
}
