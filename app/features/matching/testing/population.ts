import { demoFirm } from "#prisma/seed/demo-firm";
import { RandomSource } from "#prisma/seed/random-source";
import { profileFacts, reportingYear } from "~/features/enterprises/domain/profile";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { boundsProblem } from "~/features/policies/domain/fact-bounds";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { evaluateCondition } from "../domain/evaluate/evaluate";
import { factSlots } from "../domain/evaluate/fact-slots";
import {
  drawProfile,
  seededDraw,
  valuePools,
  type Draw,
  type ProfileMix,
  type ValuePools,
} from "../domain/evaluate/generate-profiles";
import { buildRule, factsOfRule } from "../domain/evaluate/rule";

type Registry = Pick<Catalogue, "items" | "facts">;

/** Profiles of the demo register, as matching reads them. */
export function* demoProfiles(count: number, catalogue: Registry, today: PlainDate, seed = 340_500): Generator<Facts> {
  const random = new RandomSource(seed);
  for (let index = 0; index < count; index += 1) {
    const {
      facts,
      legalForm,
      regionCode: region,
      industryCode: industry,
      registeredOn,
      park,
    } = demoFirm(index, random, [reportingYear(today)]);
    const records = facts.map(({ fact, year, value }) => ({
      fact,
      year: year === 0 ? null : year,
      value,
      source: "declared" as const,
      saidBy: null,
      saidAt: new Date(0),
      authority: null,
    }));
    yield profileFacts(
      records,
      { legalForm, region, industry, registeredOn, ...(park === null ? {} : { park }) },
      today,
      catalogue.facts,
    );
  }
}

/**
 * A register such as a whole province may have: a demo firm each, of which half of the lasting and yearly facts and a fifth
 * of the facts of single applications are known. Half of the figures stand near a policy's bound, half anywhere.
 */
export function* registerProfiles(
  count: number,
  catalogue: Registry,
  today: PlainDate,
  seed = 20_261_126,
): Generator<Facts> {
  const pools = valuePools(catalogue.items, catalogue.facts, today);
  const draw = seededDraw(seed);
  const asked = [...pools.keys()].map((name) => ({
    name,
    known: catalogue.facts.get(name)?.scope === "case" ? 0.2 : 0.5,
    pool: pools.get(name)?.fitting ?? [],
  }));
  for (const demo of demoProfiles(count, catalogue, today, seed)) {
    const facts: Record<string, FactValue> = {};
    for (const { name, known, pool } of asked) {
      if (draw() >= known) continue;
      const value = pool[Math.floor(draw() * pool.length)];
      if (value !== undefined)
        facts[name] =
          typeof value === "number" && draw() < 0.5 ? Math.round(value * (0.2 + 2 * draw()) * 100) / 100 : value;
    }
    yield sensible({ ...facts, ...demo }, catalogue);
  }
}

/** What no entrance lets in, a grade of 9.3 or a year before firms were, stands in no register. */
function sensible(facts: Facts, { facts: definitions }: Registry): Facts {
  const isSensible = ([name, value]: [string, FactValue]) => {
    const definition = definitions.get(name);
    return definition !== undefined && !boundsProblem(value, definition, null);
  };
  return Object.fromEntries(Object.entries(facts).filter(isSensible));
}

/** Profiles drawn near the bounds of policies, each of which one item has a fair chance with. Left-out facts may be null. */
export function* drawnProfiles(
  count: number,
  items: readonly PolicyItem[],
  pools: ValuePools,
  mix: ProfileMix,
  seed: number,
  today: PlainDate,
): Generator<Facts> {
  const draw = seededDraw(seed);
  const names = [...new Set(items.flatMap((item) => factsOfRule(buildRule(item.conditions, factSlots()))))];
  for (let index = 0; index < count; index += 1) {
    const target = items[Math.floor(draw() * items.length)];
    const facts = {
      ...drawProfile(pools, names, mix, draw),
      ...(target ? favourableFacts(target, pools, mix, draw, today) : {}),
    };
    yield withNulls(facts, names, mix, draw);
  }
}

function favourableFacts(item: PolicyItem, pools: ValuePools, mix: ProfileMix, draw: Draw, today: PlainDate): Facts {
  const names = factsOfRule(buildRule(item.conditions, factSlots()));
  const attempts = Array.from({ length: 40 }, () => drawProfile(pools, names, { ...mix, odd: 0 }, draw));
  return attempts.find((facts) => evaluateCondition(item.conditions, facts, today) !== "ineligible") ?? {};
}

/** A fact left out may as well arrive as null. */
function withNulls(facts: Facts, names: readonly string[], mix: ProfileMix, draw: Draw): Facts {
  const nulls = names.filter((name) => mix.absent > 0 && !Object.hasOwn(facts, name) && draw() < 0.5);
  return { ...facts, ...(Object.fromEntries(nulls.map((name) => [name, null])) as unknown as Facts) };
}
