import path from "node:path";
import { describe, expect, it } from "vitest";
import { amountOf } from "../amount/amount";
import { compileRule } from "../evaluate/evaluate";
import { factSlots, slotValues, type SlotValues } from "../evaluate/fact-slots";
import { drawProfile, seededDraw, valuePools } from "../evaluate/generate-profiles";
import { kleene } from "../evaluate/kleene";
import { compileCatalogue } from "../matches/match-firm";
import { compileMissingFacts } from "../evaluate/missing-facts";
import { asPut, rankQuestions, stakeOf, type OpenItem, type Question } from "./questions";
import { nothingReceived } from "~/features/claims/domain/received";
import { buildRule } from "../evaluate/rule";
import { demoFirm } from "#prisma/seed/demo-firm";
import { RandomSource } from "#prisma/seed/random-source";
import { profileFacts, reportingYear } from "~/features/enterprises/domain/profile";
import { isForRegion, regionChain } from "~/features/policies/domain/catalogue";
import { isOffered } from "~/features/policies/domain/offer";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";

const today = "2026-11-22";
const catalogue = loadCatalogueFiles(path.resolve("rules"));

describe("ranking", () => {
  const slots = factSlots();
  const item = (conditions: Condition, stake: bigint): OpenItem => {
    const rule = buildRule(conditions, slots);
    return { rule, test: compileRule(rule), missing: compileMissingFacts(rule), stake };
  };
  const flag = (fact: string): Condition => ({ fact, operator: "equal", value: true });
  const ranked = (open: OpenItem[], facts: Facts = {}) =>
    rankQuestions(open, slotValues(facts, slots), today, catalogue.facts).map(({ fact, items }) => [fact, items]);
  it("asks first what the greatest sum hangs on", () => {
    const open = [item({ all: [flag("taxArrears")] }, 10n), item({ all: [flag("aboveScale")] }, 100n)];
    expect(ranked(open)).toEqual([
      ["aboveScale", 1],
      ["taxArrears", 1],
    ]);
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

describe("as they are put", () => {
  const ranked: Question[] = [
    { fact: "size", expectedFen: 100, items: 5 },
    { fact: "taxPaid", expectedFen: 60, items: 2 },
    { fact: "employees", expectedFen: 50, items: 3 },
  ];
  const inputsOf = (fact: string) => (fact === "size" ? ["employees", "annualRevenue"] : [fact]);
  it("asks for what a fact is worked out from, and adds up what leads to one question", () => {
    expect(asPut(ranked, inputsOf, () => true)).toEqual([
      { fact: "employees", expectedFen: 150, items: 5 },
      { fact: "annualRevenue", expectedFen: 100, items: 5 },
      { fact: "taxPaid", expectedFen: 60, items: 2 },
    ]);
  });
  it("leaves out what may not be asked", () => {
    expect(asPut(ranked, inputsOf, (fact) => fact === "taxPaid").map(({ fact }) => fact)).toEqual(["taxPaid"]);
  });
});

type Chooser = (open: readonly OpenItem[], values: SlotValues) => string | undefined;

describe("interviews of the demo register", () => {
  const compiled = compileCatalogue(catalogue.items, catalogue);
  const pools = valuePools(catalogue.items, catalogue.facts, today);
  const isOfProfile = (fact: string) => (catalogue.facts.get(fact)?.scope ?? "case") !== "case";
  const asked = compiled.slots.names.filter(isOfProfile);
  const random = new RandomSource(2026);
  const draw = seededDraw(3);
  const firms = Array.from({ length: 24 }, (_, index) => {
    const firm = demoFirm(index, random, [reportingYear(today)]);
    const records = firm.facts.map((record) => ({
      ...record,
      source: "declared" as const,
      saidBy: null,
      saidAt: new Date(0),
      authority: null,
    }));
    const base = {
      region: firm.regionCode,
      industry: firm.industryCode,
      legalForm: firm.legalForm,
      registeredOn: firm.registeredOn,
      park: firm.park ?? "无",
    };
    const facts = profileFacts(records, base, today, catalogue.facts);
    return {
      regionCode: firm.regionCode,
      facts,
      truth: { ...drawProfile(pools, asked, { absent: 0, odd: 0 }, draw), ...facts },
    };
  });
  const sum = (open: readonly OpenItem[]) => open.reduce((total, entry) => total + entry.stake, 0n);

  /** Questions asked until four fifths of the sum that answers about the firm can settle is settled. */
  function questionsNeeded({ regionCode, facts, truth }: (typeof firms)[number], choose: Chooser): number {
    const chain = regionChain(catalogue.regions, regionCode);
    const items = compiled.items
      .filter(({ item }) => isForRegion(item, chain) && isOffered(item, today))
      .map((entry): OpenItem => ({ ...entry, stake: stakeOf(amountOf(entry.item, facts, nothingReceived)) }));
    const openAt = (values: SlotValues) => items.filter((entry) => entry.test(values, today) === kleene.unknown);
    const values = [...slotValues(facts, compiled.slots)];
    const atStart = sum(openAt(values));
    const atEnd = sum(openAt(slotValues(truth, compiled.slots)));
    const enough = atEnd + (atStart - atEnd) / 5n;
    for (let count = 0; ; count += 1) {
      const open = openAt(values);
      const fact = sum(open) <= enough ? undefined : choose(open, values);
      if (fact === undefined) return count;
      values[compiled.slots.slotOf(fact)] = truth[fact];
    }
  }

  const bySum: Chooser = (open, values) =>
    asPut(rankQuestions(open, values, today, catalogue.facts), (fact) => [fact], isOfProfile)[0]?.fact;
  const order = [...catalogue.facts.keys()].filter(isOfProfile);
  const byProfile: Chooser = (open, values) => {
    const missing = new Set(open.flatMap((entry) => entry.missing(values, today)));
    return order.find((fact) => missing.has(fact));
  };

  it("ask at most half of the questions that the order of the profile asks", () => {
    const total = (choose: Chooser) => firms.reduce((count, firm) => count + questionsNeeded(firm, choose), 0);
    const [ours, theirs] = [total(bySum), total(byProfile)];
    console.info(
      `questions a firm: ${(ours / firms.length).toFixed(1)} by sum, ${(theirs / firms.length).toFixed(1)} in profile order; ratio ${(ours / theirs).toFixed(3)}`,
    );
    expect(ours).toBeGreaterThan(0);
    expect(ours / theirs).toBeLessThan(1 / 2);
  });
});
