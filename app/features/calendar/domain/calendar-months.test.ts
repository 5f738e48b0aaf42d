import { expect, it } from "vitest";
import { provisionalCalendar } from "~/kernel/official-holidays";
import { byMonth, weekdayOf } from "./calendar-months";

it.each([
  ["2026-11-24", 1],
  ["2026-11-29", 6],
  ["2024-02-29", 3],
  ["1970-01-01", 3],
])("%s is weekday %i, Monday being 0", (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday);
});

it("parts a year into its months", () => {
  expect(byMonth(provisionalCalendar("2028")).map(({ days }) => days.length)).toEqual([
    31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
  ]);
});
