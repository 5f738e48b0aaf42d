import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { withSettled } from "~/features/policies/domain/concern";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { fact } from "~/features/policies/testing/small-catalogue";
import { factInputValue, readFactInput } from "~/features/policies/domain/fact-input";
import { profileFacts, progressByGroup, sensibleFacts, type FactRecord } from "./profile";

const { facts: definitions } = loadCatalogueFiles("rules");
const said = { saidBy: null, saidAt: new Date(0), authority: null };
const record = (
  name: string,
  year: number | null,
  value: FactRecord["value"],
  source: FactRecord["source"] = "declared",
): FactRecord => ({ fact: name, year, value, source, ...said });
const base = { region: "340503", industry: "C3421" };

describe("the profile that matching reads", () => {
  it("takes yearly figures of the last full year and the year before as …Previous", () => {
    const facts = profileFacts(
      [record("annualRevenue", 2024, 100), record("annualRevenue", 2025, 120), record("annualRevenue", 2026, 999)],
      base,
      "2026-11-24",
      definitions,
    );
    expect(facts).toMatchObject({ annualRevenue: 120, annualRevenuePrevious: 100, revenueGrowth: 20 });
  });

  it("derives size and the share of research", () => {
    const facts = profileFacts(
      [record("annualRevenue", 2025, 50_000_000), record("employees", 2025, 200), record("rdExpense", 2025, 3_000_000)],
      base,
      "2026-11-24",
      definitions,
    );
    expect(facts).toMatchObject({ size: "small", rdRatio: 6 });
  });

  it("lets a verified value stand against a derived one", () => {
    const facts = profileFacts(
      [record("annualRevenue", 2025, 100), record("rdExpense", 2025, 6), record("rdRatio", 2025, 5.9, "verified")],
      base,
      "2026-11-24",
      definitions,
    );
    expect(facts["rdRatio"]).toBe(5.9);
  });

  it("leaves unknown what can't be derived", () => {
    expect(profileFacts([record("annualRevenue", 2025, 100)], base, "2026-11-24", definitions)).not.toHaveProperty(
      "size",
    );
  });
});

describe("what people type", () => {
  const read = (fact: string, text: string) => {
    const definition = definitions.get(fact);
    if (!definition) throw new Error(fact);
    return readFactInput(definition, text, null);
  };
  it.each([
    ["annualRevenue", "1,234,567.89", 1_234_567.89],
    ["annualRevenue", "３２０万", 3_200_000],
    ["annualRevenue", "1.2亿元", 120_000_000],
    ["employees", " 35 ", 35],
    ["rdRatio", "6%", 6],
    ["registeredOn", "2020-02-29", "2020-02-29"],
  ])("%s: %s", (fact, text, value) => expect(read(fact, text)).toEqual({ ok: true, value }));

  it.each([
    ["employees", "3.5", "problem.integer"],
    ["annualRevenue", "-1", "problem.min"],
    ["annualRevenue", "很多", "problem.number"],
    ["registeredOn", "2021-02-29", "problem.noSuchDay"],
    ["size", "huge", "problem.choose"],
    ["independentLegalEntity", "maybe", "problem.yesNo"],
  ])("%s: %s is refused", (fact, text, problem) => expect(read(fact, text)).toEqual({ ok: false, problem }));
});

it("counts what the kind of a firm settles neither as asked nor as known", () => {
  const own = { group: "tax", scope: "annual" } as const;
  const definitions = new Map(
    [
      fact({ ...own, name: "hospitalTax", type: "yuan", concerns: { industries: ["Q84"], otherwise: 0 } }),
      fact({ ...own, name: "taxPaid", type: "yuan" }),
    ].map((each) => [each.name, each]),
  );
  const progress = (facts: Facts) => progressByGroup(definitions, withSettled(facts, definitions, "2026-11-29"));
  expect(progress({ industry: "C3391" })).toEqual([{ group: "tax", known: 0, asked: 1 }]);
  expect(progress({ industry: "Q8411", hospitalTax: 0 })).toEqual([{ group: "tax", known: 1, asked: 2 }]);
});

describe("the entries of a list", () => {
  const field = {
    name: "price",
    type: "yuan",
    unit: "元",
    values: null,
    zh: "裸车价",
    en: "Price",
    min: 0,
    max: 1e12,
  } as const;
  const list = { ...fact({ name: "vehicles", type: "list", group: "tax", scope: "case" }), fields: [field] };
  const definitions = new Map([["vehicles", list]]);
  const entries = [{ price: 400_000 }, { price: 0.5 }];

  it("are read from lines and stand as lines again", () => {
    expect(readFactInput(list, "40万\r\n\n0.5 \n", "2026-11-29")).toEqual({ ok: true, value: entries });
    expect(factInputValue(entries, list)).toBe("400000\n0.5");
  });

  it.each(["abc", "-1", "1；2", "0.001", "5\nabc"])("%s is refused", (typed) =>
    expect(readFactInput(list, typed, "2026-11-29")).toEqual({ ok: false, problem: "problem.list" }),
  );

  it("are kept as a draft holds them, and anything else of a list is not", () => {
    const known = (value: FactValue) => sensibleFacts({ vehicles: value }, "2026-11-29", definitions);
    expect(known(entries)).toEqual({ vehicles: entries });
    expect(known(5)).toEqual({});
    expect(known(["a"])).toEqual({});
  });
});
