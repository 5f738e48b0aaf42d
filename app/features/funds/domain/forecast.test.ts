import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecast, type ForecastInput } from "./forecast";

const base: ForecastInput = {
  today: "2026-11-24",
  availableFen: 1_000n,
  waitingFen: 0n,
  pipeline: [],
  coming: [],
  approval: { approved: 0, decided: 0 },
  arrivals: { fen: 0n, days: 90 },
  lagDays: 30,
};

describe("when an envelope is used up", () => {
  it("never, where nothing is under way", () => {
    const { exhaustedOn, months, monthlyFen } = forecast(base);
    expect([exhaustedOn, monthlyFen]).toEqual([null, 0n]);
    expect(months.map(({ month }) => month)).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
      "2027-03",
      "2027-04",
      "2027-05",
      "2027-06",
      "2027-07",
      "2027-08",
      "2027-09",
      "2027-10",
    ]);
    expect(months.every(({ leftFen }) => leftFen === 1_000n)).toBe(true);
  });

  it("on the promised day of the case that no longer fits", () => {
    const pipeline = [
      { fen: 600n, dueOn: "2026-12-01" },
      { fen: 600n, dueOn: "2026-12-20" },
    ];
    expect(forecast({ ...base, pipeline })).toMatchObject({ exhaustedOn: "2026-12-20", expectedFen: 1_200n });
    expect(forecast({ ...base, pipeline }).months.slice(0, 2)).toEqual([
      { month: "2026-11", leftFen: 1_000n },
      { month: "2026-12", leftFen: -200n },
    ]);
  });

  it("later, where only a part is approved", () => {
    const pipeline = [
      { fen: 600n, dueOn: "2026-12-01" },
      { fen: 600n, dueOn: "2026-12-20" },
    ];
    expect(forecast({ ...base, pipeline, approval: { approved: 3, decided: 4 } })).toMatchObject({
      exhaustedOn: null,
      expectedFen: 900n,
    });
  });

  it("today, where more is approved than there is, and overdue cases count today", () => {
    expect(forecast({ ...base, waitingFen: 1_001n }).exhaustedOn).toBe("2026-11-24");
    expect(forecast({ ...base, pipeline: [{ fen: 1_001n, dueOn: "2026-10-01" }] }).exhaustedOn).toBe("2026-11-24");
  });

  it("on the day of a later part of a decided sum, all of which is taken", () => {
    const coming = [{ fen: 1_001n, dueOn: "2027-01-01" }];
    expect(forecast({ ...base, coming, approval: { approved: 1, decided: 2 } })).toMatchObject({
      exhaustedOn: "2027-01-01",
      expectedFen: 0n,
    });
    expect(forecast({ ...base, coming }).months.slice(1, 3)).toEqual([
      { month: "2026-12", leftFen: 1_000n },
      { month: "2027-01", leftFen: -1n },
    ]);
  });

  it("by the pace of new applications, the first of them decided after the usual time", () => {
    // 900 fen in 90 days are 10 a day: more than 1,000 after 101 days and the 30 before the first decision.
    expect(forecast({ ...base, arrivals: { fen: 900n, days: 90 } })).toMatchObject({
      exhaustedOn: "2027-04-04",
      monthlyFen: 300n,
    });
  });

  it("never later when more is under way or less is there", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-12-${String(number).padStart(2, "0")}`);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 5_000n }),
        fc.array(fc.record({ fen: fc.bigInt({ min: 1n, max: 900n }), dueOn: day }), { maxLength: 8 }),
        fc.bigInt({ min: 1n, max: 900n }),
        (availableFen, pipeline, more) => {
          const end = (input: ForecastInput) => forecast(input).exhaustedOn ?? "9999";
          const before = end({ ...base, availableFen, pipeline });
          expect(
            end({ ...base, availableFen, pipeline: [...pipeline, { fen: more, dueOn: "2026-12-10" }] }) <= before,
          ).toBe(true);
          expect(end({ ...base, availableFen: availableFen + more, pipeline }) >= before).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
