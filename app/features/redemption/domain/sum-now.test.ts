import { describe, expect, it } from "vitest";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { mayRecompute, sumNow } from "./sum-now";

const amount = { kind: "fixed", yuan: 1000, upTo: false, atLeast: false, effect: "payment", sharedCap: null };
const item = (more: object = {}) =>
  ({ id: "i", topUp: false, amount: { ...amount, ...more } }) as unknown as PolicyItem;
const frozen = { facts: {}, records: [], received: [], asOf: "2026-11-30" };
const last = { kind: "submit" as const, frozen, ruleFen: 60_000n };

describe("the sum of now", () => {
  it("is told where the rule gives another beside what counts now", () => {
    expect(sumNow(last, item(), { received: [], sum: { fen: 100_000n } })).toEqual({
      wasFen: 60_000n,
      nowFen: 100_000n,
      received: [],
    });
  });

  it("is not told where it is the same, nor of a handing-in that kept no sums received", () => {
    expect(sumNow(last, item(), { received: [], sum: { fen: 60_000n } })).toBeNull();
    const { received: _, ...kept } = frozen;
    expect(sumNow({ ...last, frozen: kept }, item(), { received: [], sum: { fen: 1n } })).toBeNull();
  });

  it("of a list is what it was held against, which is not cut to what is left", () => {
    const listed = { ...last, kind: "listed" as const, ruleFen: 100_000n };
    expect(sumNow(listed, item(), { received: [], sum: { fen: 60_000n } })).toBeNull();
    expect(sumNow(last, item(), { received: [], sum: { fen: 100_000n } })).not.toBeNull();
  });
});

it("is for those who advise or decide on it", () => {
  expect(mayRecompute(["APPROVE", "SEND_BACK"])).toBe(true);
  expect(mayRecompute(["RECOMMEND_APPROVAL"])).toBe(true);
  expect(mayRecompute(["PASS_COUNTY", "CO_AGREE"])).toBe(false);
});
