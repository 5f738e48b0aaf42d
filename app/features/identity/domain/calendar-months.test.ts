import { expect, it } from "vitest";
import { byMonth, plainYear, weekdayOf } from "./calendar-months";

it.each([
  ["2026-11-24", 1],
  ["2026-11-29", 6],
  ["2024-02-29", 3],
  ["1970-01-01", 3],
])("%s is weekday %i, Monday being 0", (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday);
});

it("makes a year of weekdays with weekends off", () => {
  const days = plainYear(2027);
  expect(days).toHaveLength(365);
  // 2027 begins on a Friday: 53 Fridays, 52 of every other weekday
  expect(days.filter(({ isWorkday }) => isWorkday)).toHaveLength(261);
});

it("parts a year into its months", () => {
  expect(byMonth(plainYear(2028)).map(({ days }) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
});
