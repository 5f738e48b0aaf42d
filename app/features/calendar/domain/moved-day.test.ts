import { describe, expect, it } from "vitest";
import { officialCalendar, provisionalCalendar } from "~/kernel/official-holidays";
import { movedDay, type RunningTerm } from "./moved-day";

const days = (changes: Record<string, boolean>) =>
  new Map([
    ...[...officialCalendar(), ...provisionalCalendar("2027")].map(({ date, isWorkday }) => [date, isWorkday] as const),
    ...Object.entries(changes),
  ]);
const before = days({});
/** Invented: Thursday 4 February off as well, Saturday 20 February worked. */
const after = days({ "2027-02-04": false, "2027-02-20": true });
const today = "2026-11-30";
const moved = (term: Partial<RunningTerm>, now = today) =>
  movedDay(
    { before, after, today: now },
    { owner: "office", start: "2026-11-27", day: "2027-02-12", working: true, ...term },
  );

describe("an office's term", () => {
  it("keeps its number of working days", () => {
    // Friday 12 February was the last of its days; with the 4th off it is Monday the 15th.
    expect(moved({})).toBe("2027-02-15");
    // Beyond the Saturday that is worked nothing is left of the day off.
    expect(moved({ day: "2027-02-26" })).toBe("2027-02-26");
  });

  it("ends earlier for a day that is worked, but not before the change", () => {
    expect(moved({ start: "2027-02-10", day: "2027-02-22" })).toBe("2027-02-20");
    expect(moved({ start: "2027-02-10", day: "2027-02-22" }, "2027-02-22")).toBe("2027-02-22");
  });

  it("that ended before the first changed day stays", () => {
    expect(moved({ day: "2027-02-03" })).toBe("2027-02-03");
  });

  it("is not counted anew from before its start", () => {
    expect(moved({ start: "2027-02-11", day: "2027-02-18" })).toBe("2027-02-18");
  });
});

describe("a firm's term", () => {
  const firm = { owner: "firm" } as const;

  it("gets longer by days off and never shorter by days worked", () => {
    expect(moved({ ...firm })).toBe("2027-02-15");
    expect(moved({ ...firm, start: "2027-02-10", day: "2027-02-22" })).toBe("2027-02-22");
  });

  it("in calendar days moves off a day off, and only then", () => {
    expect(moved({ ...firm, working: false, day: "2027-02-04" })).toBe("2027-02-11");
    expect(moved({ ...firm, working: false, day: "2027-02-12" })).toBe("2027-02-12");
  });
});
