import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { amountOf } from "./amount";
import { fitsRoom, sumRoom } from "./sum-room";

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
type More = Partial<Record<keyof typeof common, unknown>>;
const item = (amount: Record<string, unknown>) => ({
  id: "a",
  amount: amount as unknown as Amount,
  multiplier: null,
  exclusiveGroup: null,
  topUp: false,
});

const fixed = (yuan: number, more: More = {}) => item({ kind: "fixed", yuan, ...common, ...more });
const percent = (more: More = {}) =>
  item({ kind: "percent", base: "cost", percent: 10, capYuan: 500_000, ...common, ...more });
const roomOf = (priced: ReturnType<typeof item>, facts: Record<string, number> = {}) =>
  sumRoom(priced, facts, [], amountOf(priced, facts, []).fen);

describe("the room a text leaves for a sum", () => {
  it("is none for a fixed sum and for a rate of a known figure", () => {
    expect(roomOf(fixed(500_000))).toEqual({ kind: "locked", fen: 50_000_000n });
    expect(roomOf(percent(), { cost: 3_300_000 })).toEqual({ kind: "locked", fen: 33_000_000n });
  });

  it("is locked at what a shared cap or other money left of the rule's sum", () => {
    expect(sumRoom(fixed(500_000), {}, [], 20_000_000n)).toEqual({ kind: "locked", fen: 20_000_000n });
  });

  it("reaches up to a ceiling, and from a floor on", () => {
    expect(roomOf(fixed(1_000_000, { upTo: true }))).toEqual({ kind: "between", leastFen: 1n, mostFen: 100_000_000n });
    expect(roomOf(percent({ atLeast: true }), { cost: 1_000_000 })).toEqual({
      kind: "between",
      leastFen: 10_000_000n,
      mostFen: null,
    });
  });

  it("is the range the text states: of the whole, or of each unit", () => {
    expect(roomOf(fixed(200_000, { rangeYuan: [200_000, 1_000_000] }))).toEqual({
      kind: "between",
      leastFen: 20_000_000n,
      mostFen: 100_000_000n,
    });
    const ship = item({
      kind: "perUnit",
      unit: "tons",
      yuanPerUnit: 1000,
      capYuan: null,
      ...common,
      rangeYuan: [1000, 2200],
    });
    expect(roomOf(ship, { tons: 300 })).toEqual({ kind: "between", leastFen: 30_000_000n, mostFen: 66_000_000n });
  });

  it("is the whole where the text pays in parts: they follow from it", () => {
    const instalments = [{ percent: 60 }, { percent: 40, due: { year: 1 } }];
    expect(roomOf(fixed(10_000_000, { instalments }))).toEqual({ kind: "locked", fen: 1_000_000_000n });
  });

  it("is the office's where a figure is not known", () => {
    expect(roomOf(percent())).toEqual({ kind: "between", leastFen: 1n, mostFen: 50_000_000n });
  });

  it("never lets a locked sum be another, nor anything be nothing", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -10n, max: 10n }), fc.integer({ min: 1, max: 9_000_000 }), (by, cost) => {
        const room = roomOf(percent(), { cost });
        const fen = (room.kind === "locked" ? room.fen : 0n) + by;
        expect(fitsRoom(room, fen)).toBe(by === 0n && fen > 0n);
        expect(fitsRoom({ kind: "between", leastFen: 0n, mostFen: null }, -fen < 0n ? 0n : -fen)).toBe(-fen > 0n);
      }),
    );
  });
});
