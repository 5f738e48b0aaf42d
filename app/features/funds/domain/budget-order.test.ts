import { expect, it } from "vitest";
import { isOrderSum } from "./budget-order";

it.each([
  [0n, false],
  [-1n, false],
  [1n, true],
  [99_999_999_999_999n, true],
  [100_000_000_000_000n, false],
  [9_223_372_036_854_775_807n, false],
])("a sum of %s fen: %s", (fen, may) => expect(isOrderSum(fen)).toBe(may));
