import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOf, sumsChange, type Movement } from "./ledger";

const movements: Movement[] = ["grant", "reserve", "release", "disburse", "return"];

describe("double entry", () => {
  it("balances every movement, and the sums kept beside the envelope follow its accounts", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...movements), fc.bigInt({ min: 1n, max: 10n ** 12n })), { maxLength: 40 }), (list) => {
        const balance = { granted: 0n, available: 0n, reserved: 0n, disbursed: 0n };
        const kept = { grantedFen: 0n, reservedFen: 0n, disbursedFen: 0n };
        for (const [movement, fen] of list) {
          for (const { account, amountFen } of entriesOf(movement, fen)) balance[account] += amountFen;
          const change = sumsChange(movement, fen);
          for (const key of ["grantedFen", "reservedFen", "disbursedFen"] as const) kept[key] += change[key];
        }
        expect(balance.granted + balance.available + balance.reserved + balance.disbursed).toBe(0n);
        expect(kept).toEqual({ grantedFen: -balance.granted, reservedFen: balance.reserved, disbursedFen: balance.disbursed });
      }),
    );
  });

  it("moves only positive sums", () => {
    expect(() => entriesOf("reserve", 0n)).toThrow(RangeError);
  });
});
