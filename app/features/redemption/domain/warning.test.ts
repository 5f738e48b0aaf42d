import { expect, it } from "vitest";
import { officialCalendar } from "~/kernel/official-holidays";
import { warningOf } from "./warning";

const calendar = new Map(officialCalendar().map(({ date, isWorkday }) => [date, isWorkday]));
/** Ten working days from Monday 2 November 2026. */
const term = { openedOn: "2026-11-02", dueOn: "2026-11-16" };

it.each([
  ["2026-11-02", "none"],
  ["2026-11-10", "none"],
  ["2026-11-11", "yellow"],
  ["2026-11-16", "yellow"],
  ["2026-11-17", "red"],
] as const)("on %s it is %s", (today, warning) => expect(warningOf(calendar, term, today)).toBe(warning));

it("warns on the last day of a term of one day", () => {
  expect(warningOf(calendar, { openedOn: "2026-11-02", dueOn: "2026-11-03" }, "2026-11-03")).toBe("yellow");
  expect(warningOf(calendar, { openedOn: "2026-11-02", dueOn: "2026-11-03" }, "2026-11-04")).toBe("red");
});
