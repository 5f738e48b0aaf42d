import { expect, it } from "vitest";
import { officialCalendar } from "~/kernel/official-holidays";
import { isLate, latenessOf } from "./lateness";

const calendar = new Map(officialCalendar().map(({ date, isWorkday }) => [date, isWorkday]));
/** Ten working days from Monday 2 November 2026. */
const term = { openedOn: "2026-11-02", dueOn: "2026-11-16" };

it.each([
  ["2026-11-02", "none", 10],
  ["2026-11-10", "none", 4],
  ["2026-11-11", "yellow", 3],
  ["2026-11-16", "yellow", 0],
  ["2026-11-17", "red", 1],
] as const)("on %s it is %s", (today, warning, days) =>
  expect(latenessOf(calendar, term, today)).toEqual({ warning, days }),
);

it("a term of one day is near its end from its last day on", () => {
  const short = { openedOn: "2026-11-02", dueOn: "2026-11-03" };
  expect(latenessOf(calendar, short, "2026-11-03")).toEqual({ warning: "yellow", days: 0 });
  expect(latenessOf(calendar, short, "2026-11-04")).toEqual({ warning: "red", days: 1 });
});

it("a term that ended on a Friday is over on Saturday, and no working day late yet", () => {
  const friday = { openedOn: "2026-11-16", dueOn: "2026-11-20" };
  expect(latenessOf(calendar, friday, "2026-11-20")).toMatchObject({ warning: "yellow" });
  for (const day of ["2026-11-21", "2026-11-22"])
    expect(latenessOf(calendar, friday, day)).toEqual({ warning: "red", days: 0 });
  expect(latenessOf(calendar, friday, "2026-11-23")).toEqual({ warning: "red", days: 1 });
});

it("the last day is in time", () => {
  expect(isLate("2026-11-20", "2026-11-20")).toBe(false);
  expect(isLate("2026-11-20", "2026-11-21")).toBe(true);
});
