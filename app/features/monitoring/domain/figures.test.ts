import { describe, expect, it } from "vitest";
import { percentOf } from "~/kernel/percent";

describe("percentOf", () => {
  it.each([
    [1n, 3n, 33.3],
    [0n, 5n, 0],
    [5n, 5n, 100],
    [7n, 0n, 0],
    [999_999_999_999_999_999n, 1_000_000_000_000_000_000n, 99.9],
  ])("%d of %d is %d percent", (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent));
});
