import { describe, expect, it } from "vitest";
import type { Amount } from "~/features/policies/domain/amount-schema";
import { isPayable, payableSum, type StatedItem } from "./payable-sum";

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
const item = (amount: Amount, more: Partial<StatedItem> = {}): StatedItem => ({
  id: "a",
  amount,
  multiplier: null,
  exclusiveGroup: null,
  topUp: false,
  ...more,
});

const fixed = (yuan: number, more: Partial<typeof common | Record<string, unknown>> = {}) =>
  ({ kind: "fixed", yuan, ...common, ...more }) as Amount;

describe("what an item's text lets be paid to one firm", () => {
  it("is its fixed sum and nothing beside it", () => {
    const sum = payableSum(item(fixed(500_000)));
    expect(sum).toEqual({ kind: "exact", fens: [50_000_000n] });
    expect([49_999_999n, 50_000_000n, 50_000_001n].map((fen) => isPayable(sum, fen))).toEqual([false, true, false]);
  });
  it("is one of its tiers, cut at the cap", () => {
    const tiers = [
      { from: 1, yuan: 100_000 },
      { from: 5, yuan: 300_000 },
    ];
    expect(payableSum(item({ kind: "tiered", on: "x", tiers, capYuan: 200_000, ...common }))).toEqual({
      kind: "exact",
      fens: [10_000_000n, 20_000_000n],
    });
  });
  it("is the whole where it is paid in parts", () => {
    const instalments = [{ percent: 40 }, { percent: 60, due: { year: 1 } }];
    expect(payableSum(item(fixed(1_000_000, { instalments })))).toEqual({ kind: "exact", fens: [100_000_000n] });
  });
  it("follows the factor of the firm's grade: A 110 %, B 85 %, C 50 %, D nothing", () => {
    const values = [
      ["A", 1.1],
      ["B", 0.85],
      ["C", 0.5],
      ["D", 0],
    ].map(([value, factor]) => ({ value: String(value), factor: Number(factor) }));
    expect(payableSum(item(fixed(100), { multiplier: { fact: "grade", values, otherwise: 0 } }))).toEqual({
      kind: "exact",
      fens: [5_000n, 8_500n, 11_000n],
    });
  });
  it("is anything up to a ceiling where the text says at most, tops up, or caps a share", () => {
    const most = { kind: "most", fen: 20_000_000n };
    expect(payableSum(item(fixed(200_000, { upTo: true })))).toEqual(most);
    expect(payableSum(item(fixed(200_000), { topUp: true }))).toEqual(most);
    expect(payableSum(item({ kind: "percent", base: "x", percent: 10, capYuan: 200_000, ...common }))).toEqual(most);
    expect(
      payableSum(
        item({
          kind: "percent",
          base: "x",
          percent: 10,
          capYuan: null,
          ...common,
          sharedCap: { group: "g", yuan: 200_000 },
        }),
      ),
    ).toEqual(most);
    expect([20_000_000n, 20_000_001n].map((fen) => isPayable({ kind: "most", fen: 20_000_000n }, fen))).toEqual([
      true,
      false,
    ]);
  });
  it("is open where no ceiling is stated", () => {
    const open = { kind: "open" };
    expect(payableSum(item({ kind: "percent", base: "x", percent: 60, capYuan: null, ...common }))).toEqual(open);
    expect(payableSum(item(fixed(10_000, { atLeast: true })))).toEqual(open);
    expect(isPayable({ kind: "open" }, 1n)).toBe(true);
  });
});
