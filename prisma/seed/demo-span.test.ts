import { expect, it } from "vitest";
import { budgetYears, demoSpan, yearOpened } from "./demo-span";

/** 08:00 in Shanghai. */
const on = (day: string) => new Date(`${day}T00:00:00Z`);

it.each([
  ["2026-11-26", [2024, 2025, 2026], "2024-01-05"],
  ["2027-01-15", [2025, 2026, 2027], "2025-01-05"],
])("a demo of %s tells of %j", (day, years, begins) => {
  expect(demoSpan(on(day))).toMatchObject({ today: day, years, begins });
});

it("counts the days of the demo", () => expect(demoSpan(on("2027-01-15")).days).toBe(740));

it("opens no budget in the future", () => {
  expect(yearOpened(2027, on("2027-01-02"))).toEqual(on("2027-01-02"));
  expect(yearOpened(2026, on("2027-01-02")).toISOString()).toBe("2026-01-04T01:00:00.000Z");
});

it("has the budget of the next year from November", () => {
  expect(budgetYears(on("2026-10-31"))).toEqual([2024, 2025, 2026]);
  expect(budgetYears(on("2026-11-01"))).toEqual([2024, 2025, 2026, 2027]);
});
