import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accounts, entriesOf, movements, sourceOf } from "./ledger";

describe("double entry", () => {
  it("balances every sequence of movements", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...movements), fc.bigInt({ min: 1n, max: 10n ** 12n })), { maxLength: 40 }),
        (list) => {
          const entries = list.flatMap(([movement, fen]) => entriesOf(movement, fen));
          expect(entries.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(0n);
        },
      ),
    );
  });

  it("takes from one account and gives to another", () => {
    for (const movement of movements) {
      const [from, to] = entriesOf(movement, 7n);
      expect(from).toEqual({ account: sourceOf(movement), amountFen: -7n });
      expect(to.account).not.toBe(from.account);
      expect(accounts).toContain(to.account);
    }
  });

  it("has a way back for each step of a payment", () => {
    for (const [there, back] of [
      ["reserve", "release"],
      ["disburse", "return"],
      ["earmark", "free"],
      ["carryOut", "carryIn"],
    ] as const) {
      const flow = ([from, to]: ReturnType<typeof entriesOf>) => [from.account, to.account];
      expect(flow(entriesOf(back, 5n))).toEqual(flow(entriesOf(there, 5n)).reverse());
    }
  });

  it("moves only positive sums", () => {
    expect(() => entriesOf("reserve", 0n)).toThrow(RangeError);
  });
});
