import { describe, expect, it } from "vitest";
import { adviceOn, dayOfChange, orderAdvice } from "./advice";
import type { Change } from "./counterfactual";
import { slotValues } from "../evaluate/fact-slots";
import { compileCatalogue } from "../matches/match-firm";
import { nothingReceived } from "~/features/claims/domain/received";
import { display, fact as factOf, item as itemOf } from "~/features/policies/testing/small-catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition, Facts } from "~/features/policies/domain/fact-definition";

const define = (name: string, type: FactDefinition["type"], unit: string | null = null) => factOf({ name, type, unit });
const today = "2026-11-22";
const definitions = new Map(
  [
    define("rdRatio", "percent", "%"),
    define("region", "code"),
    define("rdExpense", "yuan", "元"),
    define("yearsSinceSettled", "number", "年"),
  ].map((each) => [each.name, each]),
);

function advise(item: PolicyItem, facts: Facts) {
  const compiled = compileCatalogue([item], { facts: definitions, regions: new Map() });
  const [only] = compiled.items;
  if (!only) throw new Error("one item was expected");
  return adviceOn(
    only,
    { values: slotValues(facts, compiled.slots), facts, today, received: nothingReceived },
    definitions,
  );
}

const share = { fact: "rdRatio", operator: "greaterThanInclusive" as const, value: 3 };
const here = { fact: "region", operator: "startsWithAny" as const, value: ["3405"] };

describe("advice on one item", () => {
  it("tells the change and what the item pays after it", () => {
    const advice = advise(
      itemOf({ conditions: { all: [here, share] }, amount: { kind: "fixed", yuan: 500_000, ...display } }),
      { region: "340503", rdRatio: 2.1 },
    );
    expect(advice).toMatchObject({ how: "changeable", fen: 50_000_000n, nature: "cash" });
    expect(advice.plans.map(({ changes }) => changes.map(({ fact, from, to }) => [fact, from, to]))).toEqual([
      [["rdRatio", 2.1, 3]],
    ]);
  });
  it("reckons the sum with the changed figure", () => {
    const conditions = { all: [{ fact: "rdExpense", operator: "greaterThanInclusive" as const, value: 1_000_000 }] };
    const advice = advise(
      itemOf({ conditions, amount: { kind: "percent", base: "rdExpense", percent: 10, capYuan: null, ...display } }),
      { rdExpense: 200_000 },
    );
    expect(advice).toMatchObject({ fen: 10_000_000n, changed: { rdExpense: 1_000_000 } });
  });
  it("leaves a sum open that hangs on a figure not given yet", () => {
    const conditions = { all: [{ fact: "rdExpense", operator: "greaterThanInclusive" as const, value: 1_000_000 }] };
    expect(
      advise(
        itemOf({ conditions, amount: { kind: "percent", base: "rdExpense", percent: 10, capYuan: 5, ...display } }),
        {},
      ),
    ).toMatchObject({ how: "answer", fen: null, mostFen: 500n });
  });
  it("says that nobody can move a place", () => {
    expect(
      advise(itemOf({ conditions: { all: [here] }, amount: { kind: "fixed", yuan: 1, ...display } }), {
        region: "110000",
      }).how,
    ).toBe("fixed");
  });
});

describe("the day that time brings", () => {
  const change = (from: Change["from"], to: Change["to"], how: Change["how"] = "time"): Change => ({
    fact: "x",
    from,
    to,
    how,
    options: [],
    range: null,
  });
  it.each([
    [change("2026-01-01", "2025-12-22"), "年", "2026-12-02"],
    [change(2, 3), "年", "2027-11-22"],
    [change(4, 6), "月", "2027-01-22"],
    [change(3, 2), "年", null],
    [change(true, false), "", null],
    [change(2, 3, "changeable"), "年", null],
  ] as const)("%o in %s: %s", (given, unit, day) => {
    expect(dayOfChange(given, define("x", "number", unit), today)).toBe(day);
  });
});

it("orders by yuan per effort, by yuan, by effort", () => {
  const a = { name: "a", gainFen: 100n, mostFen: 100n, effort: 1 };
  const b = { name: "b", gainFen: null, mostFen: 60n, effort: 0.2 };
  const c = { name: "c", gainFen: null, mostFen: null, effort: 0.1 };
  const names = (order: "yield" | "sum" | "ease") => orderAdvice([c, a, b], order).map(({ name }) => name);
  expect([names("yield"), names("sum"), names("ease")]).toEqual([
    ["b", "a", "c"],
    ["a", "b", "c"],
    ["c", "b", "a"],
  ]);
});
