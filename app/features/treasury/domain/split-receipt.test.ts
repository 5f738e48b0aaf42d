import { describe, expect, it } from "vitest";
import { splitReceipt } from "./split-receipt";

describe("money that comes in for a recovery", () => {
  it.each([
    ["less than is demanded", 150n, 200n, { collectedFen: 150n, excessFen: 0n }],
    ["exactly what is demanded", 200n, 200n, { collectedFen: 200n, excessFen: 0n }],
    ["more than is demanded", 500n, 200n, { collectedFen: 200n, excessFen: 300n }],
    ["something for a demand that is settled", 1n, 0n, { collectedFen: 0n, excessFen: 1n }],
  ])("%s", (_what, fen, demanded, split) => expect(splitReceipt(fen, demanded)).toEqual(split));
  it("is never nothing", () => expect(() => splitReceipt(0n, 5n)).toThrow(RangeError));
});
