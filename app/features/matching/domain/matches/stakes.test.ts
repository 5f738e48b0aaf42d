import { expect, it } from "vitest";
import { concernedBy, documentStake, stakeOf } from "./stakes";

const match = (verdict: "eligible" | "unknown", fen: bigint | null, nature: "cash" | "upTo" | "nonCash") => ({
  verdict,
  fen,
  nature,
});

it("adds fixed sums, keeps ceilings apart, and counts no money that is none", () => {
  const matches = [
    match("eligible", 100n, "cash"),
    match("eligible", null, "cash"),
    match("eligible", 40n, "upTo"),
    match("eligible", 7n, "nonCash"),
    match("unknown", 900n, "cash"),
  ];
  expect(stakeOf(matches, {})).toEqual({ firms: 4, maybe: 1, fen: 100n, upToFen: 40n });
  expect(stakeOf(matches, { rateUnknown: true })).toEqual({ firms: 4, maybe: 1, fen: 0n, upToFen: 0n });
});

it("counts a firm of several items once", () => {
  const concerned = concernedBy([
    [match("eligible", 1n, "cash"), match("eligible", 1n, "cash")],
    [match("unknown", null, "cash"), match("eligible", 1n, "cash")],
    [match("unknown", null, "cash")],
    [],
  ]);
  expect(concerned).toEqual({ firms: 2, maybe: 1 });
  const items = [
    { firms: 2, maybe: 0, fen: 10n, upToFen: 1n },
    { firms: 2, maybe: 0, fen: 5n, upToFen: 0n },
  ];
  expect(documentStake(items, concerned)).toEqual({ firms: 2, maybe: 1, fen: 15n, upToFen: 1n });
});
