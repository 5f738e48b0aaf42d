import { describe, expect, it } from "vitest";
import { conditionSchema, type Condition } from "./condition-schema";
import { conditionOn, isRelativeYear, leafOn, valueOn } from "./relative-year";

const lastYear: Condition = { fact: "ratingYear", operator: "equal", value: { year: -1 } };

describe("a year counted from the one it is asked in", () => {
  it("is the calendar year of the day, from its first to its last", () => {
    expect(valueOn({ year: -1 }, "2026-12-31")).toBe(2025);
    expect(valueOn({ year: -1 }, "2027-01-01")).toBe(2026);
    expect(valueOn({ year: 0 }, "2028-02-29")).toBe(2028);
    expect([isRelativeYear({ year: 0 }), isRelativeYear(2026), isRelativeYear(["a"])]).toEqual([true, false, false]);
  });

  it("stands wherever a condition stands; all else stays as it is", () => {
    const kept: Condition = { fact: "region", operator: "startsWithAny", value: ["34"] };
    expect(conditionOn({ all: [kept, { any: [{ not: lastYear }] }] }, "2027-03-01")).toEqual({
      all: [kept, { any: [{ not: { ...lastYear, value: 2026 } }] }],
    });
    expect(leafOn(kept, "2027-03-01")).toBe(kept);
  });

  it("is compared or ordered, never a member or a span; half a year and a century are none", () => {
    const reads = (condition: unknown) => conditionSchema.safeParse(condition).success;
    for (const operator of ["equal", "notEqual", "lessThan", "greaterThanInclusive"])
      expect(reads({ ...lastYear, operator })).toBe(true);
    expect(reads({ ...lastYear, operator: "in" })).toBe(false);
    expect(reads({ ...lastYear, operator: "withinYears" })).toBe(false);
    for (const year of [0.5, -100, "0"]) expect(reads({ ...lastYear, value: { year } })).toBe(false);
    expect(reads({ ...lastYear, value: { year: 0, month: 1 } })).toBe(false);
  });
});
