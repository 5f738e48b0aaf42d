import fc from "fast-check";
import { expect, it } from "vitest";
import { availableOf, type EnvelopeSums } from "./envelope-balance";
import { totalsOf } from "./totals";

const nothing: EnvelopeSums = {
  grantedFen: 0n,
  carriedFen: 0n,
  reservedFen: 0n,
  committedFen: 0n,
  disbursedFen: 0n,
  owedFen: 0n,
  earmarkedFen: 0n,
  advancedFen: 0n,
};

it("tells reserved, due and disbursed apart; what is asked back is disbursed still", () => {
  const sums = { ...nothing, grantedFen: 900n, carriedFen: 100n, reservedFen: 200n, committedFen: 300n };
  expect(totalsOf([{ ...sums, disbursedFen: 40n, owedFen: 2n }])).toEqual({
    grantedFen: 1000n,
    reservedFen: 200n,
    dueFen: 300n,
    unpaidFen: 500n,
    disbursedFen: 42n,
    owedFen: 2n,
  });
});

it("what is available is what was granted less what is unpaid and disbursed, whatever the envelopes of a budget", () => {
  const fen = fc.bigInt(0n, 10n ** 12n);
  const budget = fc.record({
    grantedFen: fen,
    carriedFen: fen,
    reservedFen: fen,
    committedFen: fen,
    disbursedFen: fen,
    owedFen: fen,
    earmarkedFen: fc.constant(0n),
    advancedFen: fc.constant(0n),
  });
  fc.assert(
    fc.property(fc.array(budget), (envelopes) => {
      const { grantedFen, unpaidFen, disbursedFen } = totalsOf(envelopes);
      const available = envelopes.reduce((all, each) => all + availableOf(each), 0n);
      expect(available).toBe(grantedFen - unpaidFen - disbursedFen);
    }),
  );
});
