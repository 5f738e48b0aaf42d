import { describe, expect, it } from "vitest";
import { officialCalendar } from "./official-holidays";
import { addWorkingDays, CalendarEnd, workingDaysBetween } from "./working-days";

const calendar = new Map(officialCalendar().map(({ date, isWorkday }) => [date, isWorkday]));

describe("working days by the official notices", () => {
  it.each([
    ["2025-09-26", 10, "2025-10-16"],
    ["2025-12-31", 5, "2026-01-08"],
    ["2026-01-05", 60, "2026-04-03"],
    ["2026-02-13", 15, "2026-03-12"],
    ["2026-04-30", 5, "2026-05-11"],
    ["2026-09-18", 10, "2026-10-09"],
    ["2026-09-24", 5, "2026-10-09"],
  ])("%s and %i working days is %s", (from, days, due) => {
    expect(addWorkingDays(calendar, from, days)).toBe(due);
    expect(workingDaysBetween(calendar, from, due)).toBe(days);
  });

  it.each(["2025", "2026"])("%s has 248 of them", (year) => {
    expect([...calendar].filter(([date, works]) => works && date.startsWith(year))).toHaveLength(248);
  });

  it("refuses days no notice covers", () => {
    expect(() => addWorkingDays(calendar, "2026-12-30", 5)).toThrow(CalendarEnd);
  });
});
