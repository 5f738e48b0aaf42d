import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, Facts } from "~/features/policies/domain/fact-definition";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { propertyRuns } from "../../testing/property-runs";
import { amountOf } from "../amount/amount";
import { amountColumn } from "../register/columns-amount";
import { loadColumns } from "../register/columns";

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
/** 10 % of the price of each vehicle, at most 30,000 yuan a vehicle and 50,000 in all. */
const perVehicle: Extract<Amount, { kind: "each" }> = {
  kind: "each",
  of: "vehicles",
  part: { kind: "percent", base: "price", percent: 10, capYuan: 30_000 },
  capYuan: 50_000,
  ...common,
};

const sum = (amount: Amount, facts: Facts) =>
  amountOf({ id: "item", amount, multiplier: null, exclusiveGroup: null, topUp: false }, facts, []);
const prices = (...each: number[]): Facts => ({ vehicles: each.map((price) => ({ price })) });

describe("a sum over the entries of a list", () => {
  it("cuts each entry at its own cap before it adds them up", () => {
    expect(sum(perVehicle, prices(400_000, 100_000)).fen).toBe(40_000_00n);
  });

  it("cuts the whole at the cap of all", () => {
    expect(sum(perVehicle, prices(400_000, 400_000)).fen).toBe(50_000_00n);
  });

  it("is 0 over no entries, and open within the cap while none are listed", () => {
    expect(sum(perVehicle, { vehicles: [] }).fen).toBe(0n);
    expect(sum(perVehicle, {})).toMatchObject({ fen: null, leastFen: 0n, mostFen: 50_000_00n, missing: ["vehicles"] });
  });

  it("counts only the entries that meet the condition", () => {
    const where = { fact: "price", operator: "greaterThan", value: 100_000 } as const;
    expect(sum({ ...perVehicle, where }, prices(100_000, 100_001)).fen).toBe(10_000_10n);
  });

  it("leaves what an entry does not tell between nothing and its cap", () => {
    const facts: Facts = { vehicles: [{ price: 100_000 }, {}] };
    expect(sum(perVehicle, facts)).toMatchObject({ fen: null, leastFen: 10_000_00n, mostFen: 40_000_00n });
  });

  it("is worked out from the figures of all together while entries are not listed", () => {
    const together = { lesser: ["cost", { times: ["count", 300_000] }] } as {
      lesser: [string, { times: [string, number] }];
    };
    const amount: Amount = {
      ...perVehicle,
      otherwise: { kind: "percent", base: together, percent: 10, capYuan: null },
    };
    expect(sum(amount, { cost: 350_000, count: 1 }).fen).toBe(30_000_00n);
    expect(sum(amount, { cost: 350_000, count: 1, ...prices(200_000, 50_000) }).fen).toBe(25_000_00n);
  });

  it("says each entry's sum", () => {
    const { trace } = sum(perVehicle, prices(400_000, 100_000));
    expect(trace.filter(({ step }) => step === "entry").map(({ yuan, index }) => [index, yuan])).toEqual([
      [0, "30000"],
      [1, "10000"],
    ]);
  });
});

it("is what adding up single entries gives, in any order, and the register held by fact agrees", () => {
  const entry = fc.record({ price: fc.integer({ min: 0, max: 40_000_000 }).map((cents) => cents / 100) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (vehicles: Entry[]) => {
      const uncapped: Amount = { ...perVehicle, capYuan: null };
      const fen = sum(uncapped, { vehicles }).fen ?? -1n;
      expect(sum(uncapped, { vehicles: vehicles.toReversed() }).fen).toBe(fen);
      const milliyuan = vehicles.reduce(
        (all, { price }) => all + Math.min(Math.round(Number(price) * 100), 30_000_000),
        0,
      );
      expect(fen).toBe(BigInt(Math.floor((milliyuan + 5) / 10)));
      const item = { id: "item", amount: uncapped, multiplier: null, exclusiveGroup: null, topUp: false };
      expect(amountColumn(item as never, loadColumns([{ vehicles }])).fenAt(0)).toBe(Number(fen));
    }),
    propertyRuns(300),
  );
});
