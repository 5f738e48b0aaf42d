import path from "node:path";
import { describe, expect, it } from "vitest";
import { amountOf } from "./amount";
import { compileRule } from "./evaluate";
import { factSlots, slotValues, type SlotValues } from "./fact-slots";
import { drawProfile, seededDraw, valuePools } from "./generate-profiles";
import { kleene } from "./kleene";
import { compileCatalogue } from "./match-firm";
import { compileMissingFacts } from "./missing-facts";
import { rankQuestions, stakeOf, type OpenItem } from "./questions";
import { nothingReceived } from "./received";
import { buildRule } from "./rule";
import { isForRegion, isOffered, regionChain } from "~/features/policies/domain/catalogue";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Condition, Facts } from "~/features/policies/domain/policy-item";

const today = "2026-11-22";
const catalogue = loadCatalogueFiles(path.resolve("rules"));

describe("ranking", () => {
  const slots = factSlots();
  const item = (conditions: Condition, stake: bigint): OpenItem => {
    const rule = buildRule(conditions, slots);
    return { rule, test: compileRule(rule), missing: compileMissingFacts(rule), stake };
  };
  const flag = (fact: string): Condition => ({ fact, operator: "equal", value: true });
  const ranked = (open: OpenItem[], facts: Facts = {}) => rankQuestions(open, slotValues(facts, slots), today, catalogue.facts).map(({ fact, items }) => [fact, items]);
  it("asks first what the greatest sum hangs on", () => {
    const open = [item({ all: [flag("taxArrears")] }, 10n), item({ all: [flag("aboveScale")] }, 100n)];
    expect(ranked(open)).toEqual([["aboveScale", 1], ["taxArrears", 1]]);
  });
  it("prefers a fact that many items share", () => {
    const shared = flag("aboveScale");
    const open = [item({ all: [flag("taxArrears")] }, 10n), item({ all: [shared] }, 8n), item({ all: [shared] }, 8n)];
    expect(ranked(open)[0]).toEqual(["aboveScale", 2]);
  });
  it("prefers the answer that settles an item to one that leaves it open", () => {
    const open = [item({ any: [flag("aboveScale"), { all: [flag("taxArrears"), flag("aiFirm")] }] }, 10n)];
    expect(ranked(open)[0]?.[0]).toBe("aboveScale");
  });
  it("asks nothing about what is settled", () => {
    const open = [item({ all: [flag("aboveScale"), flag("taxArrears")] }, 10n)];
    expect(ranked(open, { aboveScale: false })).toEqual([]);
  });
});

it("takes a sum, else its ceiling, else a usual sum as what is at stake", () => {
  expect(stakeOf({ fen: 5n, mostFen: 9n })).toBe(5n);
  expect(stakeOf({ fen: null, mostFen: 9n })).toBe(9n);
  expect(stakeOf({ fen: null, mostFen: null })).toBe(50_000_000n);
});

type Chooser = (open: readonly OpenItem[], values: SlotValues) => string | undefined;

describe("interviews about the catalogue in Huashan district", () => {
  const chain = regionChain(catalogue.regions, "340503");
  const items = catalogue.items.filter((item) => isForRegion(item, chain) && isOffered(item, today));
  const compiled = compileCatalogue(items, catalogue);
  const pools = valuePools(items, catalogue.facts, today);
  const names = compiled.slots.names.filter((name) => name !== "region");
  const stakes = compiled.items.map((entry): OpenItem => ({ ...entry, stake: stakeOf(amountOf(entry.item, {}, nothingReceived)) }));
  const openAt = (values: SlotValues) => stakes.filter((entry) => entry.test(values, today) === kleene.unknown);
  const sum = (open: readonly OpenItem[]) => open.reduce((total, entry) => total + entry.stake, 0n);

  /** Questions asked until four fifths of the sum at stake is settled. */
  function questionsNeeded(truth: Facts, choose: Chooser): number {
    const values = [...slotValues({ region: "340503" }, compiled.slots)];
    const enough = sum(openAt(values)) / 5n;
    for (let asked = 0; ; asked += 1) {
      const open = openAt(values);
      const fact = sum(open) <= enough ? undefined : choose(open, values);
      if (fact === undefined) return asked;
      values[compiled.slots.slotOf(fact)] = truth[fact];
    }
  }

  const bySum: Chooser = (open, values) => rankQuestions(open, values, today, catalogue.facts)[0]?.fact;
  const order = [...catalogue.facts.keys()];
  const byProfile: Chooser = (open, values) => {
    const missing = new Set(open.flatMap((entry) => entry.missing(values, today)));
    return order.find((fact) => missing.has(fact));
  };

  it("ask at most two thirds of the questions that the order of the profile asks", () => {
    const draw = seededDraw(3);
    const firms = Array.from({ length: 12 }, () => ({ ...drawProfile(pools, names, { absent: 0, odd: 0 }, draw), region: "340503" }));
    const total = (choose: Chooser) => firms.reduce((count, firm) => count + questionsNeeded(firm, choose), 0);
    const ratio = total(bySum) / total(byProfile);
    console.info(`questions by sum / by profile order: ${ratio.toFixed(3)}`);
    expect(ratio).toBeGreaterThan(0);
    expect(ratio).toBeLessThan(2 / 3);
  });
});
