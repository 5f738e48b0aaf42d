import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awaited, confirmedBy, firstPart, laterParts } from "./instalment";

const amount = (...instalments: NonNullable<Parameters<typeof laterParts>[0]["amount"]["instalments"]>) => ({
  amount: { instalments },
});

describe("the parts of an approved sum", () => {
  it("分三年按40%、30%、30%拨付: the rest on the first day of the next two years", () => {
    const item = amount({ percent: 40 }, { percent: 30, due: { year: 1 } }, { percent: 30, due: { year: 2 } });
    expect(firstPart(item, 100_000_000n)).toBe(40_000_000n);
    expect(laterParts(item, 100_000_000n, "2026-11-30")).toEqual([
      { place: 1, fen: 30_000_000n, dueOn: "2027-01-01", conditional: false },
      { place: 2, fen: 30_000_000n, dueOn: "2028-01-01", conditional: false },
    ]);
  });
  it("认定当年拨付50%，满一年考核合格后再拨付50%; the month's last day where the day is missing", () => {
    const condition = { zh: "考核合格", en: "x" };
    const item = amount({ percent: 50 }, { percent: 50, due: { months: 12 }, condition });
    expect(laterParts(item, 60_000_000n, "2028-02-29")).toEqual([
      { place: 1, fen: 30_000_000n, dueOn: "2029-02-28", conditional: true },
    ]);
  });
  it("without a day only once its condition is confirmed", () => {
    const item = amount({ percent: 50 }, { percent: 50, condition: { zh: "达产升规", en: "x" } });
    expect(laterParts(item, 1n, "2026-11-30")).toEqual([{ place: 1, fen: 0n, dueOn: null, conditional: true }]);
  });
  it("add up to the sum, to the fen", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 1, max: 9_999 }), (fen, share) => {
        const percent = share / 100;
        const item = amount({ percent: 100 - percent }, { percent, due: { year: 1 } });
        const later = laterParts(item, fen, "2026-01-01").reduce((sum, part) => sum + part.fen, 0n);
        expect(firstPart(item, fen) + later).toBe(fen);
      }),
    ));
  it("are none where the sum is paid at once, or was published before parts had days", () => {
    const earlier = { amount: { instalments: [40, 60] as never } };
    for (const item of [{ amount: { instalments: null } }, earlier]) {
      expect(laterParts(item, 100n, "2026-01-01")).toEqual([]);
      expect(firstPart(item, 100n)).toBe(100n);
    }
  });
});

describe("what a part waits for", () => {
  const part = { status: "open", dueOn: "2027-01-01", conditional: true, confirmedAt: null };
  const confirmed = { ...part, confirmedAt: new Date() };
  it.each([
    ["its condition before its day", part, "2026-12-01", "condition"],
    ["its condition after its day", part, "2027-02-01", "condition"],
    ["its day once confirmed", confirmed, "2026-12-31", "day"],
    ["nothing on its day", confirmed, "2027-01-01", null],
    ["nothing without a day", { ...confirmed, dueOn: null }, "2026-12-01", null],
  ] as const)("%s", (_name, row, today, what) => expect(awaited(row, today)).toBe(what));
  it("is confirmed by its day, without one within a year of the decision", () => {
    expect(confirmedBy("2027-01-01", "2026-11-30")).toBe("2027-01-01");
    expect(confirmedBy(null, "2026-11-30")).toBe("2027-11-30");
  });
});
