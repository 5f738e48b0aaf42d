import { describe, expect, it } from "vitest";
import { clawbackOf, leastOf, obligationsOf } from "./obligation";

const stays = { zh: "不迁出", en: "stays", years: 3, clawbackPercent: 100 };
const keeps = { zh: "保持", en: "keeps", years: 1, keeps: { fact: "employees", percent: 90 }, clawbackPercent: 50 };

describe("what a decision obliges to", () => {
  it("ends so many years after it, with the figure as it was; a leap day's on the last of February", () => {
    expect(obligationsOf({ conditionsAfter: [stays, keeps] }, { employees: 25 }, "2028-02-29")).toEqual([
      { place: 0, dueOn: "2031-02-28", figure: null },
      { place: 1, dueOn: "2029-02-28", figure: 25 },
    ]);
    expect(obligationsOf({ conditionsAfter: [keeps] }, {}, "2026-11-30")).toMatchObject([{ figure: null }]);
    expect(obligationsOf({}, {}, "2026-11-30")).toEqual([]);
  });
  it("keeps a share of the figure", () => {
    expect(leastOf(keeps, 25)).toBe(22.5);
    expect(leastOf(keeps, null)).toBeNull();
    expect(leastOf(stays, 25)).toBeNull();
  });
  it("asks back a share of what was paid, rounded down to the fen", () => {
    expect(clawbackOf(keeps, 10_000_001n)).toBe(5_000_000n);
    expect(clawbackOf({ ...keeps, clawbackPercent: 33.33 }, 100n)).toBe(33n);
    expect(clawbackOf(stays, 7n)).toBe(7n);
  });
});
