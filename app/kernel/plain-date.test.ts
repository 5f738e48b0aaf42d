import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, epochDay, fromEpochDay, isPlainDate, shanghaiDay } from "./plain-date";

describe("a day some months later", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-11-29", -36, "2023-11-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2100-02-28", 12, "2101-02-28"],
  ])("%s and %d months are %s", (day, months, later) => expect(addMonths(day, months)).toBe(later));

  it("lies in that month, on the same day or its last", () => {
    const day = fc.integer({ min: epochDay("1900-01-01"), max: epochDay("2199-12-31") }).map(fromEpochDay);
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const later = addMonths(from, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(isPlainDate(later)).toBe(true);
        expect(index(later) - index(from)).toBe(months);
        const isLast = fromEpochDay(epochDay(later) + 1).endsWith("-01");
        expect(later.slice(8) === from.slice(8) || (isLast && later.slice(8) < from.slice(8))).toBe(true);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe("the day of an instant", () => {
  it("is Shanghai's: from four in the afternoon UTC it is the next", () => {
    expect(shanghaiDay(new Date("2026-11-30T15:59:59Z"))).toBe("2026-11-30");
    expect(shanghaiDay(new Date("2026-11-30T16:00:00Z"))).toBe("2026-12-01");
  });

  it("is cut from its text nowhere but here", () => {
    const sources: Record<string, string> = import.meta.glob(
      ["../**/*.{ts,tsx}", "!./plain-date.ts", "!../**/*.test.{ts,tsx}", "!../generated/**", "!../**/testing/**"],
      { eager: true, query: "?raw", import: "default" },
    );
    const cut = /toISOString\(\)\s*\.(slice\(0, ?(4|7|10)\)|split\("T"\)\[0\])/;
    const named = Object.entries(sources).filter(([, text]) => cut.test(text));
    expect(named.map(([name]) => name)).toEqual([]);
  });
});
