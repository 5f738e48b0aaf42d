import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availableOf, balanceOf, balanceProblems, reducibleOf, sumsOf } from "./envelope-balance";
import { entriesOf, movements, type Entry, type Movement } from "./ledger";

const entries = (...moves: [Movement, bigint][]) => moves.flatMap(([movement, fen]) => entriesOf(movement, fen));
const after = (...moves: [Movement, bigint][]) => balanceOf(entries(...moves));
const nothing = {
  granted: 0n,
  carried: 0n,
  available: 0n,
  reserved: 0n,
  committed: 0n,
  disbursed: 0n,
  owed: 0n,
  earmarked: 0n,
  advanced: 0n,
};

describe("an envelope", () => {
  it("follows a sum from the grant to the firm and back", () => {
    const granted = { ...nothing, granted: -1000n };
    expect(after(["grant", 1000n])).toEqual({ ...granted, available: 1000n });
    expect(after(["grant", 1000n], ["reserve", 600n])).toEqual({ ...granted, available: 400n, reserved: 600n });
    expect(after(["grant", 1000n], ["reserve", 600n], ["release", 100n], ["commit", 500n], ["disburse", 500n])).toEqual(
      { ...granted, available: 500n, disbursed: 500n },
    );
    expect(after(["grant", 1000n], ["reserve", 600n], ["commit", 600n], ["disburse", 600n], ["return", 600n])).toEqual({
      ...granted,
      available: 400n,
      committed: 600n,
    });
  });

  it("gets back what a firm owed, and what a cancelled case had taken", () => {
    const paid: [Movement, bigint][] = [
      ["grant", 1000n],
      ["reserve", 600n],
      ["commit", 600n],
      ["disburse", 600n],
    ];
    expect(after(...paid, ["recover", 200n])).toMatchObject({ disbursed: 400n, owed: 200n, available: 400n });
    expect(after(...paid, ["recover", 200n], ["collect", 150n])).toMatchObject({
      disbursed: 400n,
      owed: 50n,
      available: 550n,
    });
    expect(after(["grant", 10n], ["reserve", 4n], ["commit", 4n], ["cancel", 4n])).toMatchObject({
      available: 10n,
      committed: 0n,
    });
  });

  it.each([
    ["nothing is promised", [["grant", 1000n]], 1000n],
    [
      "some is promised",
      [
        ["grant", 1000n],
        ["reserve", 300n],
      ],
      700n,
    ],
    [
      "more came from another year",
      [
        ["grant", 1000n],
        ["carryIn", 400n],
        ["reserve", 300n],
      ],
      1000n,
    ],
    [
      "some went to the next year",
      [
        ["grant", 1000n],
        ["carryOut", 600n],
      ],
      400n,
    ],
    ["all came from another year", [["carryIn", 400n]], 0n],
  ] as [string, [Movement, bigint][], bigint][])(
    "where %s gives back what is free of its grant",
    (_case, moves, fen) => {
      const sums = sumsOf(entries(...moves));
      expect(reducibleOf({ ...sums, availableFen: availableOf(sums) })).toBe(fen);
    },
  );

  it("carries over what is available, as a source of the next year", () => {
    expect(after(["grant", 1000n], ["reserve", 300n], ["carryOut", 700n])).toMatchObject({
      available: 0n,
      carried: 700n,
      reserved: 300n,
    });
    expect(after(["carryIn", 700n])).toMatchObject({ available: 700n, carried: -700n });
  });

  it("is a pool that pays first and is refilled", () => {
    expect(after(["grant", 1000n], ["earmark", 400n], ["advance", 300n], ["free", 100n])).toMatchObject({
      available: 700n,
      earmarked: 0n,
      advanced: 300n,
    });
    expect(after(["grant", 1000n], ["earmark", 400n], ["advance", 400n], ["refill", 400n])).toMatchObject({
      available: 1000n,
      advanced: 0n,
    });
  });

  it("names what is wrong with its accounts", () => {
    const lost: Entry[] = [{ account: "granted", amountFen: -10n }];
    expect(balanceProblems(balanceOf(lost))).toEqual(["unbalanced"]);
    expect(balanceProblems(after(["grant", 10n], ["reserve", 11n]))).toEqual(["overspent"]);
    expect(balanceProblems(after(["grant", 10n], ["reserve", 5n], ["commit", 6n]))).toEqual(["negative-reserved"]);
    expect(balanceProblems(after(["grant", 10n], ["collect", 1n]))).toEqual(["negative-owed"]);
    expect(balanceProblems(after(["grant", 10n], ["reserve", 10n]))).toEqual([]);
  });

  it("shows as available in its sums what is available in its accounts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...movements), fc.bigInt({ min: 1n, max: 10n ** 12n })), { maxLength: 30 }),
        (moves) => {
          expect(availableOf(sumsOf(entries(...moves)))).toBe(after(...moves).available);
        },
      ),
    );
  });
});
