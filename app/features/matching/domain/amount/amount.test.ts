import { describe, expect, it } from "vitest";
import { amountOf, factsOfAmount, type PricedItem } from "./amount";
import { natureOf } from "./amount-nature";
import type { Received } from "~/features/claims/domain/received";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Amount, AmountPart, Multiplier } from "~/features/policies/domain/amount-schema";

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
const single = (part: AmountPart): Amount => ({ ...part, ...common });
const joined = (kind: "sum" | "lesserOf", parts: AmountPart[], capYuan: number | null = null): Amount => ({
  kind,
  parts,
  capYuan,
  ...common,
});

const item = (amount: Amount, more: Partial<PricedItem> = {}): PricedItem => ({
  id: "item",
  amount,
  multiplier: null,
  exclusiveGroup: null,
  topUp: false,
  ...more,
});

const fen = (amount: Amount, facts: Facts, more: Partial<PricedItem> = {}, received: Received = []) =>
  amountOf(item(amount, more), facts, received).fen;

const percent = (capYuan: number | null = null): AmountPart => ({ kind: "percent", base: "x", percent: 10, capYuan });
const tiers: AmountPart = {
  kind: "tiered",
  on: "x",
  tiers: [
    { from: 100, yuan: 10 },
    { from: 200, yuan: 30 },
  ],
  capYuan: null,
};

const steps: AmountPart = {
  kind: "perStep",
  on: "x",
  previous: "y",
  over: 10,
  step: 5,
  yuanPerStep: 7,
  baseYuan: 100,
  capYuan: null,
};

const brackets: AmountPart = {
  kind: "bracketPercent",
  base: "x",
  brackets: [
    { from: 0, percent: 25 },
    { from: 500, percent: 12.5 },
  ],
  capYuan: null,
};

const increment: AmountPart = { kind: "percentIncrement", base: "x", previous: "y", percent: 10, capYuan: null };

describe("every kind, in fen", () => {
  const rows: [string, AmountPart, Facts, bigint][] = [
    ["fixed", { kind: "fixed", yuan: 30000.5 }, {}, 3000050n],
    ["percent", percent(), { x: 1000 }, 10000n],
    ["percent half-up", percent(), { x: 0.05 }, 1n],
    ["percent below half", percent(), { x: 0.04 }, 0n],
    ["percent at its cap", percent(99.99), { x: 1000 }, 9999n],
    ["percent exactly as high as its cap", percent(100), { x: 1000 }, 10000n],
    ["match", { kind: "match", base: "x", percent: 50, capYuan: 60 }, { x: 100 }, 5000n],
    ["percentIncrement", increment, { x: 300, y: 100 }, 2000n],
    ["percentIncrement that falls", increment, { x: 100, y: 300 }, 0n],
    ["tiered below the first", tiers, { x: 99.99 }, 0n],
    ["tiered on the first", tiers, { x: 100 }, 1000n],
    ["tiered below the second", tiers, { x: 199 }, 1000n],
    ["tiered on the second", tiers, { x: 200 }, 3000n],
    ["perUnit", { kind: "perUnit", unit: "x", yuanPerUnit: 1.2, capYuan: null }, { x: 3001 }, 360120n],
    ["perStep base only", steps, { x: 20, y: 6 }, 10000n],
    ["perStep one step", steps, { x: 20, y: 5 }, 10700n],
    ["perStep rest not counted", steps, { x: 29.9, y: 0 }, 12100n],
    ["perStep negative", steps, { x: 0, y: 50 }, 10000n],
    ["bracketPercent in the first", brackets, { x: 500 }, 12500n],
    ["bracketPercent over both", brackets, { x: 800 }, 16250n],
    ["bracketPercent of nothing", brackets, { x: 0 }, 0n],
  ];
  it.each(rows)("%s", (_name, part, facts, expected) => {
    expect(fen(single(part), facts)).toBe(expected);
  });
  it("service is 0", () => expect(fen({ kind: "service", ...common }, {})).toBe(0n));
  it("never below 0", () => expect(fen(single(percent()), { x: -1000 })).toBe(0n));
  it("tiers count by their bound, not by their place", () => {
    const shuffled: AmountPart = {
      kind: "tiered",
      on: "x",
      tiers: [
        { from: 200, yuan: 30 },
        { from: 100, yuan: 10 },
      ],
      capYuan: null,
    };
    expect(fen(single(shuffled), { x: 150 })).toBe(1000n);
    expect(fen(single(shuffled), { x: 250 })).toBe(3000n);
  });
});

describe("order of cuts", () => {
  const parts: AmountPart[] = [percent(40), { kind: "fixed", yuan: 70 }];
  it("parts are cut, then the sum", () => {
    expect(fen(joined("sum", parts), { x: 1000 })).toBe(11000n);
    expect(fen(joined("sum", parts, 105), { x: 1000 })).toBe(10500n);
  });
  it("the smallest of the cut parts counts", () => {
    expect(fen(joined("lesserOf", parts), { x: 1000 })).toBe(4000n);
    expect(fen(joined("lesserOf", parts), { x: 300 })).toBe(3000n);
    expect(fen(joined("lesserOf", parts, 20), { x: 300 })).toBe(2000n);
  });
  const multiplier: Multiplier = {
    fact: "class",
    values: [
      { value: "A", factor: 1.1 },
      { value: "D", factor: 0 },
    ],
    otherwise: 0.5,
  };
  it.each([
    ["A", 11000n], // above the cap: it is not applied again
    ["D", 0n],
    ["other", 5000n],
  ])("the multiplier comes after the cap: class %s", (value, expected) => {
    expect(fen(single(percent(100)), { x: 5000, class: value }, { multiplier })).toBe(expected);
  });
  it("what was received comes off after the multiplier, and rounding is last", () => {
    const received: Received = [{ itemId: "other", exclusiveGroup: "g", yuan: 100.004 }];
    const more = { multiplier, topUp: true, exclusiveGroup: "g" };
    expect(fen(single(percent(100)), { x: 5000, class: "A" }, more, received)).toBe(1000n); // 110 - 100.004 = 9.996
  });
});

describe("top-up", () => {
  const received: Received = [
    { itemId: "lower", exclusiveGroup: "g", yuan: 20 },
    { itemId: "item", exclusiveGroup: "g", yuan: 5 },
    { itemId: "foreign", exclusiveGroup: "other", yuan: 1000 },
    { itemId: "loose", exclusiveGroup: null, yuan: 1000 },
  ];
  const fixed = single({ kind: "fixed", yuan: 100 });
  it("deducts everything received in the group", () =>
    expect(fen(fixed, {}, { topUp: true, exclusiveGroup: "g" }, received)).toBe(7500n));
  it("without a group deducts what the item itself paid", () =>
    expect(fen(fixed, {}, { topUp: true }, received)).toBe(9500n));
  it("never falls below 0", () =>
    expect(fen(single({ kind: "fixed", yuan: 10 }), {}, { topUp: true, exclusiveGroup: "g" }, received)).toBe(0n));
  it("other items deduct nothing", () => expect(fen(fixed, {}, { exclusiveGroup: "g" }, received)).toBe(10000n));
});

describe("unknown facts leave the sum open", () => {
  it("with bounds where a cap gives one", () => {
    expect(amountOf(item(single(percent(100))), {}, [])).toMatchObject({
      fen: null,
      leastFen: 0n,
      mostFen: 10000n,
      missing: ["x"],
    });
    expect(amountOf(item(single(percent())), {}, [])).toMatchObject({
      fen: null,
      leastFen: 0n,
      mostFen: null,
      missing: ["x"],
    });
    expect(amountOf(item(single(tiers)), {}, [])).toMatchObject({ fen: null, leastFen: 0n, mostFen: 3000n });
    expect(amountOf(item(single(steps)), { x: 30 }, [])).toMatchObject({
      fen: null,
      leastFen: 10000n,
      mostFen: 12800n,
      missing: ["y"],
    });
    expect(amountOf(item(single(increment)), { x: 30 }, [])).toMatchObject({
      fen: null,
      leastFen: 0n,
      mostFen: 300n,
      missing: ["y"],
    });
  });
  it("but it is told where they cannot change it", () => {
    const full = joined("sum", [percent(), { kind: "fixed", yuan: 500 }], 500);
    expect(amountOf(item(full), {}, [])).toMatchObject({ fen: 50000n, missing: [] });
    const none = joined("lesserOf", [percent(), { kind: "fixed", yuan: 0 }]);
    expect(amountOf(item(none), {}, [])).toMatchObject({ fen: 0n, missing: [] });
  });
  it("the class of a multiplier too", () => {
    const multiplier: Multiplier = { fact: "class", values: [{ value: "A", factor: 2 }], otherwise: 1 };
    const fixed = single({ kind: "fixed", yuan: 100 });
    expect(amountOf(item(fixed, { multiplier }), {}, [])).toMatchObject({
      fen: null,
      leastFen: 10000n,
      mostFen: 20000n,
      missing: ["class"],
    });
    expect(amountOf(item(fixed, { multiplier }), {}, [], "zero").fen).toBe(10000n);
  });
  it("and count as 0 in the two-valued reading", () => {
    expect(amountOf(item(single(percent())), {}, [], "zero").fen).toBe(0n);
    expect(amountOf(item(single(steps)), { x: 20 }, [], "zero").fen).toBe(11400n);
  });
  it("null and text are not sums", () => {
    expect(fen(single(percent()), { x: null } as unknown as Facts)).toBeNull();
    expect(fen(single(percent()), { x: "1000" })).toBeNull();
  });
});

it("the steps of the computation can be shown", () => {
  const amount = joined("sum", [percent(40), { kind: "fixed", yuan: 70 }], 100);
  const received: Received = [{ itemId: "lower", exclusiveGroup: "g", yuan: 20 }];
  const { trace } = amountOf(item(amount, { topUp: true, exclusiveGroup: "g" }), { x: 1000 }, received);
  expect(trace).toEqual([
    { step: "part", index: 0, yuan: "40" },
    { step: "part", index: 1, yuan: "70" },
    { step: "joined", yuan: "110" },
    { step: "cap", yuan: "100", by: "100" },
    { step: "received", yuan: "80", by: "20" },
    { step: "total", yuan: "80" },
  ]);
});

it("tells which facts a sum is computed from", () => {
  const multiplier: Multiplier = { fact: "class", values: [{ value: "A", factor: 2 }], otherwise: 1 };
  expect(factsOfAmount({ amount: joined("sum", [percent(), steps, tiers]), multiplier })).toEqual(["x", "y", "class"]);
  expect(factsOfAmount({ amount: single({ kind: "fixed", yuan: 1 }), multiplier: null })).toEqual([]);
});

describe("nature", () => {
  it.each([
    ["fixed", "payment", false, "cash"],
    ["fixed", "reduction", false, "cash"],
    ["fixed", "payment", true, "upTo"],
    ["fixed", "loanLimit", true, "nonCash"],
    ["fixed", "deduction", false, "nonCash"],
    ["fixed", "deferral", false, "nonCash"],
    ["fixed", "taxCredit", false, "nonCash"],
    ["fixed", "equity", false, "nonCash"],
    ["fixed", "none", false, "nonCash"],
    ["service", "payment", false, "nonCash"],
  ] as const)("%s with effect %s, at most: %s is %s", (kind, effect, upTo, expected) => {
    expect(natureOf({ amount: { kind, effect, upTo } })).toBe(expected);
    const chosen = natureOf({ amount: { kind, effect, upTo }, quota: { per: "year", order: "ranking" } });
    expect(chosen).toBe(expected === "cash" ? "upTo" : expected);
  });
});
