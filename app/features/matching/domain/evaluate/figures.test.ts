import { describe, expect, it } from "vitest";
import type { Figure } from "~/features/policies/domain/figure";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Amount, AmountPart, Multiplier } from "~/features/policies/domain/amount-schema";
import { amountOf, factsOfAmount } from "../amount/amount";

const common = {
  upTo: false,
  atLeast: false,
  effect: "payment",
  period: null,
  maxYears: null,
  instalments: null,
  rangeYuan: null,
  sharedCap: null,
} as const;
const classes: Multiplier = { fact: "class", values: [{ value: "A", factor: 1.2 }], otherwise: 0.5 };
const sum = (part: AmountPart & { capLast?: true }, facts: Facts, multiplier: Multiplier | null = null) =>
  amountOf(
    { id: "item", amount: { ...part, ...common } as Amount, multiplier, exclusiveGroup: null, topUp: false },
    facts,
    [],
  );
const share = (base: Exclude<Figure, number>, more: object = {}): AmountPart => ({
  kind: "percent",
  base,
  percent: 100,
  capYuan: null,
  ...more,
});

describe("a difference", () => {
  const refund = share({ minus: ["vat", { times: ["sales", 0.03] }] });

  it("is what the first figure exceeds the second by", () => {
    expect(sum(refund, { vat: 500_000, sales: 6_000_000 }).fen).toBe(320_000_00n);
  });

  it("is never below 0", () => {
    expect(sum(refund, { vat: 150_000, sales: 6_000_000 }).fen).toBe(0n);
  });

  it("is at most the first figure while the second is unknown", () => {
    expect(sum(refund, { vat: 500_000 })).toMatchObject({
      fen: null,
      leastFen: 0n,
      mostFen: 500_000_00n,
      missing: ["sales"],
    });
  });

  it("has no upper bound while the first figure is unknown", () => {
    expect(sum(refund, { sales: 6_000_000 })).toMatchObject({ fen: null, leastFen: 0n, mostFen: null });
  });

  it("of a figure that is a loss counts the loss", () => {
    expect(sum(share({ minus: ["profit", "before"] }), { profit: 10, before: -5 }).fen).toBe(15_00n);
  });
});

describe("a product", () => {
  const rent = share({ times: [{ times: ["area", "price"] }, 12] });

  it("multiplies exactly", () => {
    expect(sum(rent, { area: 1000.5, price: 18.1 }).fen).toBe(217_308_60n);
  });

  it("is 0 with a factor of 0, whatever the other is", () => {
    expect(sum(rent, { area: 0 }).fen).toBe(0n);
  });

  it("is open while a factor is unknown", () => {
    expect(sum(rent, { area: 1000 })).toMatchObject({ fen: null, mostFen: null, missing: ["price"] });
  });
});

it("the lesser of two figures is bounded by the one that is known", () => {
  expect(sum(share({ lesser: ["income", 2_000_000] }), {}).mostFen).toBe(2_000_000_00n);
  expect(sum(share({ lesser: ["income", 2_000_000] }), { income: 5 }).fen).toBe(5_00n);
});

it("tiers, units and steps are read off a composed figure", () => {
  const on: Figure = { minus: ["now", "before"] };
  const tiers: AmountPart = { kind: "tiered", on, tiers: [{ from: 10, yuan: 7 }], capYuan: null };
  expect(sum(tiers, { now: 30, before: 20 }).fen).toBe(7_00n);
  expect(sum(tiers, { now: 29, before: 20 }).fen).toBe(0n);
  expect(sum({ kind: "perUnit", unit: on, yuanPerUnit: 3, capYuan: null }, { now: 5, before: 1 }).fen).toBe(12_00n);
  const steps = { kind: "perStep", on, previous: null, over: 1, step: 2, yuanPerStep: 5, baseYuan: 1, capYuan: null };
  expect(sum(steps as AmountPart, { now: 10, before: 2 }).fen).toBe(16_00n);
});

describe("a cap by a figure of the firm", () => {
  const subsidy = share("cost", { percent: 10, capYuan: 500, capBy: "tax" });

  it("holds beside the cap of the text", () => {
    expect(sum(subsidy, { cost: 4000, tax: 300 }).fen).toBe(300_00n);
    expect(sum(subsidy, { cost: 9000, tax: 800 }).fen).toBe(500_00n);
  });

  it("leaves the sum open while it is unknown", () => {
    expect(sum(subsidy, { cost: 4000 })).toMatchObject({ fen: null, leastFen: 0n, mostFen: 400_00n, missing: ["tax"] });
  });

  it("is no question where nothing is left to cut", () => {
    expect(sum(subsidy, { cost: 0 }).fen).toBe(0n);
  });
});

describe("the cap and the coefficient", () => {
  const capped = { ...share("cost", { percent: 10, capYuan: 100 }) };

  it("cuts before the coefficient, so that class A may exceed it", () => {
    expect(sum(capped, { cost: 2000, class: "A" }, classes).fen).toBe(120_00n);
  });

  it("cuts after it where the text says so", () => {
    const last = { ...capped, capLast: true as const };
    expect(sum(last, { cost: 2000, class: "A" }, classes).fen).toBe(100_00n);
    expect(sum(last, { cost: 2000, class: "B" }, classes).fen).toBe(100_00n);
    expect(sum(last, { cost: 1000, class: "B" }, classes).fen).toBe(50_00n);
  });
});

describe("brackets that go on from what was counted", () => {
  const brackets = (counted?: Figure): AmountPart => ({
    kind: "bracketPercent",
    base: "now",
    brackets: [
      { from: 0, percent: 10 },
      { from: 100, percent: 20 },
    ],
    ...(counted === undefined ? {} : { counted: counted as string }),
    capYuan: null,
  });

  it("fills the bracket that was begun", () => {
    // 40 are left of the first bracket, 10 stand in the second
    expect(sum(brackets("before"), { now: 50, before: 60 }).fen).toBe(6_00n);
    expect(sum(brackets(), { now: 50 }).fen).toBe(5_00n);
  });

  it("lies between the lowest and the highest rate while it is unknown what was counted", () => {
    expect(sum(brackets("before"), { now: 50 })).toMatchObject({ fen: null, leastFen: 5_00n, mostFen: 10_00n });
  });
});

it("names every fact it reads, those of caps too", () => {
  const amount = { ...share({ lesser: ["a", { minus: ["b", 3] }] }, { capBy: "c" }), ...common } as Amount;
  expect(factsOfAmount({ amount, multiplier: classes })).toEqual(["a", "b", "c", "class"]);
});
