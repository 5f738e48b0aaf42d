import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByWeights } from "./cost-share";

describe("sharing a sum", () => {
  it.each([
    [100n, [6n, 4n], [60n, 40n]],
    [101n, [6n, 4n], [61n, 40n]],
    [99n, [6n, 4n], [59n, 40n]],
    [1n, [1n, 1n], [1n, 0n]],
    [3n, [1n, 1n], [2n, 1n]],
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [38_500_001n, [7n, 3n], [26_950_001n, 11_550_000n]],
    [0n, [6n, 4n], [0n, 0n]],
    [5n, [1n, 0n], [5n, 0n]],
  ])("%s by %s", (fen, weights, parts) => expect(splitByWeights(fen, weights)).toEqual(parts));

  it("loses nothing, keeps each part within a fen of its share, and never takes more than a balance holds", () => {
    const balances = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 13n }), { minLength: 1, maxLength: 4 })
      .filter((list) => list.some((each) => each > 0n));
    fc.assert(
      fc.property(balances, fc.bigInt({ min: 0n, max: 10n ** 14n }), (weights, wanted) => {
        const all = weights.reduce((sum, weight) => sum + weight, 0n);
        const fen = wanted % (all + 1n);
        const parts = splitByWeights(fen, weights);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(fen);
        parts.forEach((part, index) => {
          const weight = weights[index] ?? 0n;
          expect(part <= weight).toBe(true);
          expect(part * all - fen * weight < all && fen * weight - part * all < all).toBe(true);
        });
        expect(splitByWeights(fen, weights)).toEqual(parts);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses what can't be shared", () => {
    expect(() => splitByWeights(-1n, [1n])).toThrow(RangeError);
    expect(() => splitByWeights(1n, [])).toThrow(RangeError);
    expect(() => splitByWeights(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => splitByWeights(1n, [2n, -1n])).toThrow(RangeError);
  });
});
