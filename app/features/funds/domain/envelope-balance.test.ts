import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceOf, balanceProblems, canReserve } from "./envelope-balance";
import { entriesOf, type Entry, type Movement } from "./ledger";

const after = (...moves: [Movement, bigint][]) => balanceOf(moves.flatMap(([movement, fen]) => entriesOf(movement, fen)));

describe("an envelope", () => {
  it("follows a sum from the grant to the firm and back", () => {
    expect(after(["grant", 1000n])).toEqual({ granted: -1000n, available: 1000n, reserved: 0n, disbursed: 0n });
    expect(after(["grant", 1000n], ["reserve", 600n])).toEqual({ granted: -1000n, available: 400n, reserved: 600n, disbursed: 0n });
    expect(after(["grant", 1000n], ["reserve", 600n], ["release", 100n], ["disburse", 500n])).toEqual({ granted: -1000n, available: 500n, reserved: 0n, disbursed: 500n });
    expect(after(["grant", 1000n], ["reserve", 600n], ["disburse", 600n], ["return", 600n])).toEqual({ granted: -1000n, available: 400n, reserved: 600n, disbursed: 0n });
  });

  it("reserves to the last fen and not one more", () => {
    const balance = after(["grant", 1000n], ["reserve", 400n]);
    expect([600n, 601n, 0n, -1n].map((fen) => canReserve(balance, fen))).toEqual([true, false, false, false]);
  });

  it("names what is wrong with its accounts", () => {
    const lost: Entry[] = [{ account: "granted", amountFen: -10n }];
    expect(balanceProblems(balanceOf(lost))).toEqual(["unbalanced"]);
    expect(balanceProblems(after(["grant", 10n], ["reserve", 11n]))).toEqual(["overspent"]);
    expect(balanceProblems(after(["grant", 10n], ["reserve", 5n], ["disburse", 6n]))).toEqual(["negative-reserve"]);
    expect(balanceProblems(after(["grant", 10n], ["return", 1n]))).toEqual(["negative-disbursed"]);
  });

  it("never overspends when every reservation asks first", () => {
    const demand = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(demand, fc.array(demand), (granted, demands) => {
        const entries: Entry[] = [...entriesOf("grant", granted)];
        for (const fen of demands) if (canReserve(balanceOf(entries), fen)) entries.push(...entriesOf("reserve", fen));
        expect(balanceProblems(balanceOf(entries))).toEqual([]);
      }),
    );
  });
});
