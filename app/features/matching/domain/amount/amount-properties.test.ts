import fc from "fast-check";
import { expect, it } from "vitest";
import { propertyRuns } from "../../testing/property-runs";
import { amountOf, factsOfAmount, type PricedItem } from "./amount";
import type { BaseFigure } from "~/features/policies/domain/figure";
import type { Received } from "~/features/claims/domain/received";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Amount, AmountPart } from "~/features/policies/domain/amount-schema";

const runs = propertyRuns(1000);
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
const fact = fc.constantFrom("x", "y");
const figure: fc.Arbitrary<BaseFigure> = fc.oneof(
  { weight: 2, arbitrary: fact },
  fc.oneof(
    fc.tuple(fact, fact).map((minus) => ({ minus }) as BaseFigure),
    fc.tuple(fact, fc.constantFrom(0, 0.03, 2)).map((times) => ({ times }) as BaseFigure),
    fc.tuple(fact, fc.record({ minus: fc.tuple(fact, fc.constant(5)) })).map((lesser) => ({ lesser }) as BaseFigure),
  ),
);

const capBy = fc.option(figure, { nil: undefined });
const yuan = fc.integer({ min: 0, max: 50_000 }).map((cents) => cents / 100);
const capYuan = fc.option(yuan.filter((value) => value > 0));
const percent = fc.constantFrom(0, 1, 1.5, 12.5, 33.3, 100);
const ascending = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 })
  .map((values) => values.sort((a, b) => a - b));

const part: fc.Arbitrary<AmountPart> = fc.oneof(
  fc.record({ kind: fc.constant("fixed" as const), yuan }),
  fc.record({ kind: fc.constantFrom("percent" as const, "match" as const), base: figure, percent, capYuan, capBy }),
  fc.record({ kind: fc.constant("percentIncrement" as const), base: fact, previous: fact, percent, capYuan }),
  fc.record({
    kind: fc.constant("tiered" as const),
    on: figure,
    tiers: ascending.map((froms) => froms.map((from, index) => ({ from, yuan: (index + 1) * 10 }))),
    capYuan,
  }),
  fc.record({ kind: fc.constant("perUnit" as const), unit: figure, yuanPerUnit: yuan, capYuan, capBy }),
  fc.record({
    kind: fc.constant("perStep" as const),
    on: figure,
    previous: fc.option(fact),
    over: fc.integer({ min: 0, max: 50 }),
    step: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
    yuanPerStep: yuan,
    baseYuan: yuan,
    capYuan,
  }),
  fc.record({
    kind: fc.constant("bracketPercent" as const),
    base: figure,
    brackets: ascending.map((froms) => froms.map((from, index) => ({ from, percent: [10, 5, 20, 0][index] ?? 1 }))),
    counted: fc.option(figure, { nil: undefined }),
    capYuan,
  }),
);

const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc
    .record({ single: part, capLast: fc.constantFrom(true as const, undefined) })
    .map(({ single, capLast }): Amount => ({ ...single, ...common, capLast })),
  fc
    .record({
      kind: fc.constantFrom("sum" as const, "lesserOf" as const),
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
      capYuan,
    })
    .map((joined): Amount => ({ ...joined, ...common })),
);

const item: fc.Arbitrary<PricedItem> = fc.record({
  id: fc.constant("item"),
  amount,
  multiplier: fc.option(
    fc.constant({
      fact: "class",
      values: [
        { value: "A", factor: 1.1 },
        { value: "D", factor: 0 },
      ],
      otherwise: 0.5,
    }),
  ),
  exclusiveGroup: fc.constant("g"),
  topUp: fc.boolean(),
});

const figures = fc.record({ x: yuan, y: yuan, class: fc.constantFrom("A", "B", "D") }) as fc.Arbitrary<Facts>;
const received: fc.Arbitrary<Received> = fc.array(
  fc.record({ itemId: fc.constant("other"), exclusiveGroup: fc.constantFrom("g", "h"), yuan }),
  { maxLength: 2 },
);

it("a known sum is told, is not negative and lies below its ceiling", () => {
  fc.assert(
    fc.property(item, figures, received, (priced, facts, paid) => {
      const { fen, leastFen, mostFen, missing } = amountOf(priced, facts, paid);
      expect([leastFen, mostFen, missing]).toEqual([fen, fen, []]);
      expect(fen ?? -1n).toBeGreaterThanOrEqual(0n);
      const cap = priced.amount.kind === "fixed" || priced.amount.kind === "service" ? null : priced.amount.capYuan;
      if (cap !== null) expect(Number(fen)).toBeLessThanOrEqual(Math.round(cap * 110) + 1);
    }),
    runs,
  );
});

it("bounds hold whatever the unknown facts turn out to be", () => {
  fc.assert(
    fc.property(item, figures, received, fc.subarray(["x", "y", "class"]), (priced, facts, paid, hidden) => {
      const rest = Object.fromEntries(Object.entries(facts).filter(([name]) => !hidden.includes(name)));
      const open = amountOf(priced, rest, paid);
      const told = amountOf(priced, facts, paid).fen ?? -1n;
      expect(open.leastFen).toBeLessThanOrEqual(told);
      if (open.mostFen !== null) expect(open.mostFen).toBeGreaterThanOrEqual(told);
      if (open.fen !== null) expect(open.fen).toBe(told);
      else expect(open.missing).toEqual(factsOfAmount(priced).filter((name) => hidden.includes(name)));
    }),
    runs,
  );
});

it("what was received never raises a sum, and never lowers one that is no top-up", () => {
  fc.assert(
    fc.property(item, figures, received, (priced, facts, paid) => {
      const before = amountOf(priced, facts, []).fen ?? -1n;
      const after = amountOf(priced, facts, paid).fen ?? -1n;
      if (priced.topUp) expect(after).toBeLessThanOrEqual(before);
      else expect(after).toBe(before);
    }),
    runs,
  );
});

it("a missing fact read as 0 gives what a 0 gives", () => {
  fc.assert(
    fc.property(item, received, (priced, paid) => {
      expect(amountOf(priced, { class: "A" }, paid, "zero").fen).toBe(
        amountOf(priced, { x: 0, y: 0, class: "A" }, paid).fen,
      );
    }),
    runs,
  );
});
