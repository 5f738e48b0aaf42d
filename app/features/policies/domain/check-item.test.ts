import { describe, expect, it } from "vitest";
import { display, item, smallCatalogue } from "../testing/small-catalogue";
import { checkCatalogue } from "./check-catalogue";
import type { PolicyItem } from "./policy-item";
import type { Condition } from "./condition-schema";
import type { Amount } from "./amount-schema";

const problemsOf = (parts: Partial<PolicyItem>) =>
  checkCatalogue(smallCatalogue([item(parts)])).map(({ path, reason }) => `${path}: ${reason}`);
const ofLeaf = (conditions: Condition) => problemsOf({ conditions });
const ofAmount = (amount: Record<string, unknown>) =>
  problemsOf({ amount: { ...display, capYuan: null, ...amount } as Amount });

describe("an item without a fault", () => {
  it("has no problem", () => expect(problemsOf({})).toEqual([]));
});

describe("conditions", () => {
  const broken: [string, Condition, string][] = [
    ["unknown fact", { fact: "nosuch", operator: "equal", value: 1 }, "unknown fact nosuch"],
    [
      "prefix of a figure",
      { fact: "employees", operator: "startsWithAny", value: ["1"] },
      "startsWithAny needs a code, employees is integer",
    ],
    [
      "age of a figure",
      { fact: "employees", operator: "withinYears", value: 2 },
      "withinYears needs a date, employees is integer",
    ],
    [
      "order of a boolean",
      { fact: "dishonestListed", operator: "lessThan", value: 1 },
      "lessThan needs an ordered fact, dishonestListed is boolean",
    ],
    [
      "text for a boolean",
      { fact: "dishonestListed", operator: "equal", value: "true" },
      'dishonestListed is true or false, not "true"',
    ],
    [
      "text for a figure",
      { fact: "employees", operator: "greaterThan", value: "100" },
      'employees is a number, not "100"',
    ],
    ["figure for a text", { fact: "park", operator: "equal", value: 7 }, "park is text, not 7"],
    [
      "a day that is none",
      { fact: "establishedOn", operator: "greaterThan", value: "2025-02-30" },
      "2025-02-30 is not a day",
    ],
    [
      "no member of the enum",
      { fact: "landEfficiencyRating", operator: "in", value: ["A", "E"] },
      "E is no value of landEfficiencyRating",
    ],
    [
      "below the range",
      { fact: "employees", operator: "lessThan", value: -1 },
      "-1 lies below the least employees can be (0)",
    ],
    [
      "above the range",
      { fact: "employees", operator: "lessThan", value: 1_000_001 },
      "1000001 lies above the most employees can be (1000000)",
    ],
    [
      "unknown region",
      { fact: "region", operator: "startsWithAny", value: ["3405", "99"] },
      "no region starts with 99",
    ],
    [
      "unknown industry",
      { fact: "industry", operator: "startsWithAny", value: ["C14"] },
      "no industry starts with C14",
    ],
  ];
  it.each(broken)("%s", (_name, leaf, reason) => expect(ofLeaf(leaf)).toEqual([`mas-demo-001: conditions: ${reason}`]));

  it("tells the place of a leaf deep inside", () => {
    const nested: Condition = { all: [{ any: [{ not: { fact: "nosuch", operator: "equal", value: 1 } }] }] };
    expect(ofLeaf(nested)).toEqual(["mas-demo-001: conditions.all[0].any[0].not: unknown fact nosuch"]);
  });

  it.each<[string, Condition]>([
    ["a prefix of a known code", { fact: "industry", operator: "startsWithAny", value: ["C1"] }],
    ["the ends of the range", { fact: "employees", operator: "in", value: [0, 1_000_000] }],
    ["29 February of a leap year", { fact: "establishedOn", operator: "lessThan", value: "2024-02-29" }],
  ])("takes %s", (_name, leaf) => expect(ofLeaf(leaf)).toEqual([]));
});

describe("amount", () => {
  it.each([
    ["base", { kind: "percent", base: "nosuch", percent: 1 }],
    ["on", { kind: "tiered", on: "nosuch", tiers: [{ from: 0, yuan: 1 }] }],
    ["unit", { kind: "perUnit", unit: "nosuch", yuanPerUnit: 1 }],
    [
      "previous",
      { kind: "perStep", on: "employees", previous: "nosuch", over: 0, step: 1, yuanPerStep: 1, baseYuan: 0 },
    ],
    ["previous", { kind: "percentIncrement", base: "annualRevenue", previous: "nosuch", percent: 1 }],
    [
      "parts[1].base",
      {
        kind: "sum",
        parts: [
          { kind: "fixed", yuan: 1 },
          { kind: "percent", base: "nosuch", percent: 1, capYuan: null },
        ],
      },
    ],
  ])("unknown fact at %s", (at, amount) =>
    expect(ofAmount(amount)).toEqual([`mas-demo-001: amount.${at}: unknown fact nosuch`]),
  );

  it("is only a ceiling where no rate is known", () => {
    const bare = { kind: "fixed", yuan: 3_000_000, ...display, rateUnknown: true } as const;
    const problem = ["mas-demo-001: amount.rateUnknown: without a rate there is only a ceiling"];
    expect(problemsOf({ amount: { ...bare, upTo: true } })).toEqual([]);
    expect(problemsOf({ amount: { ...bare, upTo: false } })).toEqual(problem);
    expect(
      problemsOf({
        amount: { ...bare, upTo: true, kind: "percent", base: "annualRevenue", percent: 3, capYuan: null },
      }),
    ).toEqual(problem);
  });
  it("is never computed from what is no figure", () =>
    expect(ofAmount({ kind: "percent", base: "dishonestListed", percent: 1 })).toEqual([
      "mas-demo-001: amount.base: dishonestListed is no figure",
    ]));

  it.each([
    [
      "tiers",
      {
        kind: "tiered",
        on: "employees",
        tiers: [
          { from: 100, yuan: 1 },
          { from: 50, yuan: 2 },
        ],
      },
    ],
    [
      "equal tiers",
      {
        kind: "tiered",
        on: "employees",
        tiers: [
          { from: 50, yuan: 1 },
          { from: 50, yuan: 2 },
        ],
      },
    ],
    [
      "brackets",
      {
        kind: "bracketPercent",
        base: "annualRevenue",
        brackets: [
          { from: 9, percent: 1 },
          { from: 0, percent: 2 },
        ],
      },
    ],
  ])("%s must rise", (_name, amount) =>
    expect(ofAmount(amount)).toEqual(["mas-demo-001: amount: tiers or brackets do not rise"]),
  );
});

describe("multiplier", () => {
  it("needs a known fact", () =>
    expect(problemsOf({ multiplier: { fact: "nosuch", values: [{ value: "A", factor: 1 }], otherwise: 1 } })).toEqual([
      "mas-demo-001: multiplier.fact: unknown fact nosuch",
    ]));
  it("needs members of the fact", () =>
    expect(
      problemsOf({
        multiplier: {
          fact: "landEfficiencyRating",
          values: [
            { value: "A", factor: 1.1 },
            { value: "Z", factor: 0 },
          ],
          otherwise: 1,
        },
      }),
    ).toEqual(["mas-demo-001: multiplier.values[1]: Z is no value of landEfficiencyRating"]));
});

describe("dates, places and shares", () => {
  const { document } = item();
  const broken: [string, Partial<PolicyItem>, string][] = [
    [
      "ends before it begins",
      { document: { ...document, issuedOn: null, validFrom: "2027-01-01" } },
      "document.validTo: ends before it begins",
    ],
    [
      "ends before it was issued",
      { document: { ...document, issuedOn: "2027-01-01" } },
      "document.validTo: ends before it was issued",
    ],
    ["window opens on no day", { window: { opens: "02-30", closes: null } }, "window: 02-30 is not a day"],
    ["a quota of nothing", { quota: { per: "year", order: "firstCome" } }, "quota: a quota needs a count or a pool"],
    [
      "a ranking of what nobody applies for",
      { mode: "免申即享", quota: { count: 5, per: "year", order: "ranking" } },
      "quota.order: only reviewed cases are chosen",
    ],
    [
      "claims beside a window",
      { window: { opens: "03-01", closes: null }, claimTo: { year: 1, day: "03-01" } },
      "claimFrom: the item has a yearly window, too",
    ],
    ["window closes on no day", { window: { opens: null, closes: "04-31" } }, "window: 04-31 is not a day"],
    ["unknown region", { region: "999999" }, "region: unknown region 999999"],
    ["unknown department", { department: "示例局" }, "department: unknown department 示例局"],
    ["unknown co-department", { coDepartments: ["市财政局", "示例局"] }, "department: unknown department 示例局"],
    ["unknown theme", { theme: "示例" }, "theme: unknown theme 示例"],
    ["shares of 90", { costSharing: { province: 50, city: 40 } }, "costSharing: shares add up to 90, not 100"],
  ];
  it.each(broken)("%s", (_name, parts, problem) => expect(problemsOf(parts)).toEqual([`mas-demo-001: ${problem}`]));

  it.each<[string, Partial<PolicyItem>]>([
    [
      "a document of one day",
      { document: { ...document, issuedOn: "2025-01-10", validFrom: "2025-01-10", validTo: "2025-01-10" } },
    ],
    ["a window over the turn of the year", { window: { opens: "11-01", closes: "02-29" } }],
    ["shares of 100", { costSharing: { central: 90, province: 10 } }],
  ])("takes %s", (_name, parts) => expect(problemsOf(parts)).toEqual([]));
});
