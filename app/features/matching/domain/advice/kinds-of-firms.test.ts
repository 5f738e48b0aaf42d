import { describe, expect, it } from "vitest";
import { askedFor } from "~/features/enterprises/domain/derived-facts";
import { profileFacts, type FactRecord } from "~/features/enterprises/domain/profile";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { isOffered } from "~/features/policies/domain/offer";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { amountOf } from "../amount/amount";
import { slotValues } from "../evaluate/fact-slots";
import { kleene } from "../evaluate/kleene";
import { compileCatalogue, matchFirm } from "../matches/match-firm";
import { asPut, rankQuestions, stakeOf } from "./questions";
import { nothingReceived } from "~/features/claims/domain/received";

const day = "2026-11-29";
const catalogue = loadCatalogueFiles("rules");
const compiled = compileCatalogue(catalogue.items, catalogue);
const chain = regionChain(catalogue.regions, "340503");
const offered = compiled.items.filter(({ item }) => isForRegion(item, chain) && isOffered(item, day));

/** A company of 花山区 of which only the register and three figures are known. */
function firmOf(industry: string, definitions: ReadonlyMap<string, FactDefinition> = catalogue.facts) {
  const figure = (fact: string, value: number): FactRecord => ({
    fact,
    year: 2025,
    value,
    source: "declared",
    saidBy: null,
    saidAt: new Date(0),
    authority: null,
  });
  const base = { region: "340503", industry, legalForm: "company", registeredOn: "2015-05-06" };
  const figures = [figure("employees", 120), figure("annualRevenue", 60_000_000), figure("totalAssets", 80_000_000)];
  return profileFacts(figures, base, day, definitions);
}

function questionsOf(industry: string, definitions: ReadonlyMap<string, FactDefinition> = catalogue.facts): string[] {
  const facts = firmOf(industry, definitions);
  const values = slotValues(facts, compiled.slots);
  const open = offered
    .filter((entry) => entry.test(values, day) === kleene.unknown)
    .map((entry) => ({ ...entry, stake: stakeOf(amountOf(entry.item, facts, nothingReceived)) }));
  const isOfProfile = (fact: string) => (catalogue.facts.get(fact)?.scope ?? "case") !== "case";
  return asPut(
    rankQuestions(open, values, day, catalogue.facts),
    (fact) => askedFor(fact, facts),
    (fact) => isOfProfile(fact) && facts[fact] === undefined,
  ).map(({ fact }) => fact);
}

const verdictsOf = (industry: string) =>
  new Map(matchFirm(compiled, firmOf(industry), "340503", day, nothingReceived).map((match) => [match.itemId, match]));

describe("what industry, form and size settle", () => {
  it("a hospital's reliefs are not for a foundry, and nothing is asked", () => {
    const foundry = verdictsOf("C3391");
    const hospital = verdictsOf("Q8411");
    for (const id of ["cn-v26-medical", "cn-v26-medical-out", "cn-hospital-nonprofit", "cn-hospital-forprofit-3y"]) {
      expect(foundry.get(id)).toMatchObject({ verdict: "ineligible", missing: [] });
      expect(hospital.get(id)?.verdict).toBe("unknown");
    }
  });
  it.each([
    ["a kindergarten's", "cn-v26-nursery", "P8310"],
    ["a mine's", "cn-resource-depleted", "B0810"],
    ["a bank's", "cn-small-loan-1000", "J6621"],
    ["a power station's", "cn-land-power-thermal", "D4411"],
    ["a publisher's", "cn-publish-50", "R8621"],
    ["a bus company's", "cn-station-land", "G5411"],
  ])("%s relief is open to its kind alone", (_whose, id, own) => {
    expect(verdictsOf("C3391").get(id)?.verdict).toBe("ineligible");
    expect(verdictsOf("F5211").get(id)?.verdict).toBe("ineligible");
    expect(verdictsOf(own).get(id)?.verdict).toBe("unknown");
  });

  const unsettled = new Map(
    [...catalogue.facts].map(([name, { concerns: _, ...definition }]) => [name, definition] as const),
  );
  // 77, 75 and 76 with the 92 items of before; more than three times as many items ask at most half as much again
  it.each([
    ["a foundry", "C3391", 77],
    ["a software firm", "I6513", 75],
    ["a shop", "F5211", 76],
  ])("%s is asked little more by 320 items than by 92", (_whose, industry, before) => {
    const asked = questionsOf(industry);
    expect(asked.length).toBeLessThanOrEqual(before * 1.5);
    expect(questionsOf(industry, unsettled).length).toBeGreaterThan(2.5 * before);
    expect(asked.filter((name) => /hospital|nursery|funeral|mine[A-Z]|publishing|microlo/i.test(name))).toEqual([]);
  });
});
