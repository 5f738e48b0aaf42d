import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../testing/property-runs";
import { amountOf } from "../amount/amount";
import type { AmountNature } from "../amount/amount-nature";
import { firmCombination, type Owed } from "./firm-combination";
import { totalsOf } from "./match-totals";
import type { Received } from "~/features/claims/domain/received";
import type { Amount, Multiplier } from "~/features/policies/domain/amount-schema";

type More = { group?: string; topUp?: boolean; cap?: { group: string; yuan: number }; nature?: AmountNature };

const common = {
  atLeast: false,
  effect: "payment",
  period: null,
  maxYears: null,
  instalments: null,
  rangeYuan: null,
} as const;
const owed = (id: string, yuan: number | null, { group, topUp, cap, nature = "cash" }: More = {}): Owed => ({
  item: {
    id,
    exclusiveGroup: group ?? null,
    topUp: topUp ?? false,
    amount: { kind: "fixed", yuan: yuan ?? 0, upTo: nature === "upTo", sharedCap: cap ?? null, ...common },
  },
  nature,
  fen: yuan === null ? null : BigInt(yuan * 100),
});

const ids = (taken: readonly { id: string }[]) => taken.map(({ id }) => id);

describe("what a firm should take this year", () => {
  it("keeps cash, ceilings, what is not money and what cannot be told apart", () => {
    const found = firmCombination(
      [owed("a", 5), owed("b", 7, { nature: "upTo" }), owed("c", 0, { nature: "nonCash" }), owed("d", null)],
      [],
      2026,
    );
    expect([found.cash.total, found.upTo.total, found.nonCash, found.unpriced]).toEqual([500n, 700n, ["c"], ["d"]]);
  });
  it("keeps a ceiling whose rate nobody knows out of the sums, and out of the way of what is known", () => {
    const bare = owed("bare", 900, { nature: "upTo", group: "g" });
    const unknown: Owed = { ...bare, item: { ...bare.item, amount: { ...bare.item.amount, rateUnknown: true } } };
    const found = firmCombination([unknown, owed("known", 7, { nature: "upTo", group: "g" })], [], 2026);
    expect([found.upTo.total, ids(found.upTo.taken), found.unpriced]).toEqual([700n, ["known"], ["bare"]]);
  });
  it("counts one of a group among what is not money", () => {
    const tax = { group: "cit", nature: "nonCash" } as const;
    expect(totalsOf([owed("a", 0, tax), owed("b", 0, tax), owed("c", 0, { nature: "nonCash" })], [], 2026)).toEqual({
      cash: 0n,
      upTo: 0n,
      nonCash: 2,
    });
  });
  it("takes the cash of a group that also holds a ceiling, and says so", () => {
    const found = firmCombination(
      [owed("sure", 5, { group: "g" }), owed("ceiling", 9, { group: "g", nature: "upTo" })],
      [],
      2026,
    );
    expect(ids(found.cash.taken)).toEqual(["sure"]);
    expect(found.upTo).toEqual({
      total: 0n,
      taken: [],
      givenUp: [{ id: "ceiling", fen: 900n, why: "exclusive", instead: ["sure"] }],
    });
  });
  it("does not take again what was paid this year, nor another of its group; a top-up may follow", () => {
    const paid: Received = [{ itemId: "low", exclusiveGroup: "g", yuan: 3, year: 2026 }];
    const found = firmCombination(
      [owed("low", 3, { group: "g" }), owed("high", 8, { group: "g" }), owed("rise", 5, { group: "g", topUp: true })],
      paid,
      2026,
    );
    expect(ids(found.cash.taken)).toEqual(["rise"]);
    expect(found.cash.givenUp.map(({ id, why, instead }) => [id, why, instead])).toEqual([
      ["low", "received", ["low"]],
      ["high", "received", ["low"]],
    ]);
    expect(firmCombination([owed("low", 3, { group: "g" })], paid, 2027).cash.total).toBe(300n);
  });
  it("fills a yearly cap anew each year and any other for good", () => {
    const yearly = { group: "film-year", yuan: 10 };
    const once = { group: "green-firm", yuan: 10 };
    const paid: Received = [
      { itemId: "x", exclusiveGroup: null, sharedCap: "film-year", yuan: 4, year: 2025 },
      { itemId: "y", exclusiveGroup: null, sharedCap: "film-year", yuan: 1, year: 2026 },
      { itemId: "z", exclusiveGroup: null, sharedCap: "green-firm", yuan: 4, year: 2025 },
    ];
    expect(firmCombination([owed("a", 50, { cap: yearly })], paid, 2026).cash.total).toBe(900n);
    expect(firmCombination([owed("a", 50, { cap: once })], paid, 2026).cash.total).toBe(600n);
    const full = firmCombination([owed("a", 50, { cap: { group: "green-firm", yuan: 3 } })], paid, 2026);
    expect(full.cash).toMatchObject({ total: 0n, taken: [], givenUp: [{ id: "a", why: "sharedCap" }] });
  });
});

type Drawn = {
  yuan: number;
  group: "g1" | "g2" | null;
  cap: "s-year" | "s" | null;
  topUp: boolean;
  grade: "A" | "D" | null;
};

const caps = { "s-year": 35, s: 25 };
const multiplier: Multiplier = {
  fact: "grade",
  values: [
    { value: "A", factor: 1.1 },
    { value: "D", factor: 0 },
  ],
  otherwise: 1,
};

const drawn: fc.Arbitrary<Drawn> = fc.record({
  yuan: fc.integer({ min: 0, max: 40 }),
  group: fc.constantFrom("g1", "g2", null),
  cap: fc.constantFrom("s-year", "s", null),
  topUp: fc.boolean(),
  grade: fc.constantFrom("A", "D", null),
});

const receipt = fc.record({
  itemId: fc.constantFrom("i0", "i1", "old"),
  exclusiveGroup: fc.constantFrom("g1", "g2", null),
  sharedCap: fc.constantFrom("s-year", "s", null),
  year: fc.constantFrom(2025, 2026),
  yuan: fc.integer({ min: 0, max: 20 }),
});

/** The sum of one item in fen, by the text: times the grade's factor, a top-up less everything received in its group. */
function alone({ yuan, topUp, grade, group }: Drawn, id: string, received: Received): number {
  const whole = Math.round(yuan * 100 * (grade === "A" ? 1.1 : grade === "D" ? 0 : 1));
  const counts = received.filter((entry) => entry.itemId === id || (group !== null && entry.exclusiveGroup === group));
  return topUp ? Math.max(0, whole - counts.reduce((sum, entry) => sum + entry.yuan * 100, 0)) : whole;
}

function bestByTrial(items: readonly Drawn[], received: Received): number {
  const sums = items.map((item, index) => alone(item, `i${index}`, received));
  const room = (cap: "s-year" | "s") => {
    const used = received.filter((entry) => entry.sharedCap === cap && (cap === "s" || entry.year === 2026));
    return Math.max(0, caps[cap] * 100 - used.reduce((sum, entry) => sum + entry.yuan * 100, 0));
  };
  const isPaid = ({ group, topUp }: Drawn, id: string) =>
    !topUp &&
    received.some(
      (entry) => entry.year === 2026 && (entry.itemId === id || (group !== null && entry.exclusiveGroup === group)),
    );
  let best = 0;
  for (let choice = 0; choice < 1 << items.length; choice += 1) {
    const chosen = items.flatMap((item, index) =>
      choice & (1 << index) ? [{ ...item, id: `i${index}`, sum: sums[index] ?? 0 }] : [],
    );
    const groups = chosen.flatMap(({ group }) => group ?? []);
    if (new Set(groups).size < groups.length || chosen.some((item) => isPaid(item, item.id))) continue;
    const under = (cap: Drawn["cap"]) =>
      chosen.filter((item) => item.cap === cap).reduce((sum, item) => sum + item.sum, 0);
    best = Math.max(best, under(null) + Math.min(under("s"), room("s")) + Math.min(under("s-year"), room("s-year")));
  }
  return best;
}

it("agrees with trial of every selection: groups, top-ups, shared and yearly caps, multipliers, what was received", () => {
  fc.assert(
    fc.property(
      fc.array(drawn, { minLength: 1, maxLength: 9 }),
      fc.array(receipt, { maxLength: 3 }),
      (items, received) => {
        const all = items.map((item, index): Owed => {
          const amount: Amount = {
            kind: "fixed",
            yuan: item.yuan,
            upTo: false,
            sharedCap: item.cap && { group: item.cap, yuan: caps[item.cap] },
            ...common,
          };
          const priced = {
            id: `i${index}`,
            amount,
            multiplier: item.grade ? multiplier : null,
            exclusiveGroup: item.group,
            topUp: item.topUp,
          };
          return { item: priced, nature: "cash", fen: amountOf(priced, { grade: item.grade ?? "B" }, received).fen };
        });
        const { cash } = firmCombination(all, received, 2026);
        expect(Number(cash.total)).toBe(bestByTrial(items, received));
        expect(cash.taken.length + cash.givenUp.length).toBe(items.length);
      },
    ),
    propertyRuns(1000),
  );
});
