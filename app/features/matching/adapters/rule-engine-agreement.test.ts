import { Engine, type TopLevelCondition } from "json-rules-engine";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileRule, evaluateCondition } from "../domain/evaluate";
import { factSlots, slotValues } from "../domain/fact-slots";
import { drawProfile, seededDraw, valuePools, type Draw, type ProfileMix } from "../domain/generate-profiles";
import { verdictOf, type Verdict } from "../domain/kleene";
import { customOperators, operatorTests } from "../domain/operators";
import { buildRule, factsOfRule } from "../domain/rule";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Condition, Facts, PolicyItem } from "~/features/policies/domain/policy-item";

const today = "2026-11-22";
const catalogue = loadCatalogueFiles(path.resolve("rules"));
const pools = valuePools(catalogue.items, catalogue.facts, today);

/** The rule as json-rules-engine would see it if every unknown comparison came out in favour (or against). */
function biased(condition: Condition, favour: boolean): unknown {
  if ("not" in condition) return { not: biased(condition.not, !favour) };
  if ("all" in condition) return { all: condition.all.map((child) => biased(child, favour)) };
  if ("any" in condition) return { any: condition.any.map((child) => biased(child, favour)) };
  const unknown = { fact: condition.fact, operator: "isUnknown", value: true };
  return favour ? { any: [condition, unknown] } : { all: [condition, { not: unknown }] };
}

function engineOf(items: readonly PolicyItem[], rewrite: (condition: Condition) => unknown): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const name of customOperators) engine.addOperator(name, (fact: unknown, value: unknown) => operatorTests[name](fact, value, today));
  engine.addOperator("isUnknown", (fact: unknown) => fact === undefined || fact === null);
  for (const item of items) {
    engine.addRule({ name: item.id, conditions: { all: [rewrite(item.conditions)] } as TopLevelCondition, event: { type: item.id } });
  }
  return engine;
}

async function heldBy(engine: Engine, facts: Facts): Promise<Set<string>> {
  const { results } = await engine.run({ ...facts });
  return new Set(results.map((result) => result.name));
}

type Chunk = { items: readonly PolicyItem[]; names: readonly string[]; plain: Engine; favourable: Engine; adverse: Engine };

function chunksOf(size: number): readonly Chunk[] {
  const count = Math.ceil(catalogue.items.length / size);
  return Array.from({ length: count }, (_, index) => {
    // items far apart in the catalogue meet in one chunk
    const items = catalogue.items.filter((_item, place) => place % count === index);
    const names = [...new Set(items.flatMap((item) => factsOfRule(buildRule(item.conditions, factSlots()))))];
    const engines = {
      plain: engineOf(items, (condition) => condition),
      favourable: engineOf(items, (condition) => biased(condition, true)),
      adverse: engineOf(items, (condition) => biased(condition, false)),
    };
    return { items, names, ...engines };
  });
}

const chunks = chunksOf(16);

/** A profile drawn by chance that one item of the chunk gets a fair chance with. */
function profileFor(chunk: Chunk, mix: ProfileMix, draw: Draw): Facts {
  const facts = drawProfile(pools, chunk.names, mix, draw);
  const target = chunk.items[Math.floor(draw() * chunk.items.length)];
  return target ? { ...facts, ...favourableFacts(target, mix, draw) } : facts;
}

/** A fact left out may as well arrive as null. */
function withNulls(facts: Facts, names: readonly string[], mix: ProfileMix, draw: Draw): Facts {
  const nulls = names.filter((name) => mix.absent > 0 && !Object.hasOwn(facts, name) && draw() < 0.5);
  return { ...facts, ...(Object.fromEntries(nulls.map((name) => [name, null])) as unknown as Facts) };
}

function favourableFacts(item: PolicyItem, mix: ProfileMix, draw: Draw): Facts {
  const names = factsOfRule(buildRule(item.conditions, factSlots()));
  const attempts = Array.from({ length: 40 }, () => drawProfile(pools, names, { ...mix, odd: 0 }, draw));
  return attempts.find((facts) => evaluateCondition(item.conditions, facts, today) !== "ineligible") ?? {};
}

function expectedVerdict(id: string, favourable: Set<string>, adverse: Set<string>): Verdict {
  if (adverse.has(id)) return "eligible";
  return favourable.has(id) ? "unknown" : "ineligible";
}

async function compareRuns(seed: number, profiles: number, mix: ProfileMix): Promise<Record<Verdict | "disagreements", number>> {
  const draw = seededDraw(seed);
  const tally = { eligible: 0, ineligible: 0, unknown: 0, disagreements: 0 };
  for (let run = 0; run < profiles; run += 1) {
    const chunk = chunks[run % chunks.length];
    if (!chunk) continue;
    const facts = withNulls(profileFor(chunk, mix, draw), chunk.names, mix, draw);
    const plain = await heldBy(chunk.plain, facts);
    const favourable = await heldBy(chunk.favourable, facts);
    const adverse = await heldBy(chunk.adverse, facts);
    for (const item of chunk.items) {
      const slots = factSlots();
      const rule = buildRule(item.conditions, slots);
      const verdict = verdictOf(compileRule(rule)(slotValues(facts, slots), today));
      const isKnown = slots.names.every((name) => (facts[name] ?? null) !== null);
      const agrees = verdict === expectedVerdict(item.id, favourable, adverse) && (!isKnown || plain.has(item.id) === (verdict === "eligible"));
      tally[verdict] += 1;
      if (!agrees) tally.disagreements += 1;
    }
  }
  return tally;
}

describe("closures and json-rules-engine over the whole catalogue", () => {
  it.each([
    ["every fact known, values on and around every bound", 20261122, 1600, { absent: 0, odd: 0 }],
    ["every fact known, some of a wrong type", 20261123, 800, { absent: 0, odd: 0.15 }],
    ["some facts absent: the two-run oracle", 20261124, 1600, { absent: 0.25, odd: 0.03 }],
  ])("%s (seed %d, %d profiles): no disagreement", async (_name, seed, profiles, mix) => {
    const tally = await compareRuns(seed, profiles, mix);
    expect(tally.disagreements).toBe(0);
    expect(tally.eligible).toBeGreaterThan(profiles / 10);
    expect(tally.ineligible).toBeGreaterThan(profiles / 10);
    if (mix.absent > 0) expect(tally.unknown).toBeGreaterThan(profiles / 10);
  }, 60_000);
});
