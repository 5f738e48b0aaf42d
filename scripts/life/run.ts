import { RandomSource } from "#prisma/seed/random-source";
import { ensureFactColumns } from "~/features/matching/use-cases/ensure-fact-columns.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { fixedClock } from "~/kernel/clock";
import { createDatabase } from "~/platform/db.server";
import type { Env } from "~/platform/env.server";
import { createLog } from "~/platform/log.server";
import { createStorage } from "~/platform/storage.server";
import { systemRandom } from "~/platform/random.server";
import { startSandbox } from "~/server/start-sandbox";
import { City, type Running } from "./city/city";
import { deadJobs, replayMismatches, stuckCases } from "./city/inspect";
import { live, type Life } from "./city/live";
import { plainPress } from "./city/plain-press";
import { RulesFolder } from "./city/rules-folder";
import { readRules } from "./oracle/catalogue";
import type { Diary } from "./oracle/diary";
import { judgeDiary } from "./oracle/judge";
import { kinds, type Told } from "./told";

/** What comes seldom comes more often in a short life, so that it comes at all. */
const small = { lie: 0.06, comeBack: 0.025, object: 0.04, deceive: 0.01, disagree: 0.5, rival: 0.15, withdraw: 0.02 };

/**
 * Lets a city live through the use cases and tells what an oracle of its own makes of it.
 * @param spoil changes the city before it lives, so that a test can have more go wrong
 */
export async function runLife(env: Env, life: Life & { seed: number }, spoil?: (city: City) => void): Promise<Told> {
  const rules = new RulesFolder();
  const { prisma, close } = createDatabase(env.DATABASE_URL, 10);
  const clock = fixedClock(new Date(`${life.begins}T01:00:00Z`));
  const log = createLog("silent");
  try {
    const catalogue = await loadCatalogue({ prisma, clock, random: systemRandom }, rules.load());
    await ensureFactColumns(prisma, catalogue.registry);
    const sandbox = startSandbox(env.DATABASE_URL, catalogue.registry, log, { patienceMs: 60_000 });
    const running: Running = {
      env,
      prisma,
      clock,
      random: systemRandom,
      log,
      sandbox,
      catalogue,
      storage: createStorage(env.STORAGE_DIR),
      press: plainPress,
    };
    try {
      const city = new City(running, new RandomSource(life.seed), rules);
      if (life.firms * life.years < 100) Object.assign(city.odds, small);
      spoil?.(city);
      const known = readRules(rules.root);
      const { announced, deadLinks, misread, fewest, until } = await live(city, life);
      const { once, groups, published } = readRules(rules.root);
      const judged = judgeDiary({ items: known.items, once, groups, published }, city.diary, until);
      return {
        diary: city.diary,
        days: 365 * life.years + 1,
        cases: await prisma.application.count({ where: { number: { not: null } } }),
        fewest,
        events: count(city.diary),
        wronglyRefused: judged.wronglyRefused,
        wronglyPaid: [...judged.wronglyPaid, ...misread],
        stuck: await stuckCases(city, announced),
        deadJobs: await deadJobs(city),
        deadLinks,
        replayMismatches: await replayMismatches(city),
      };
    } finally {
      await sandbox.stop();
    }
  } finally {
    await close();
    rules.remove();
  }
}

function count(diary: Diary): Record<string, number> {
  const events: Record<string, number> = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  for (const { kind } of diary) if (kind in events) events[kind] = (events[kind] ?? 0) + 1;
  return events;
}
