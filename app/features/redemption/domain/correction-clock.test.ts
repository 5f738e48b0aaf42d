import { describe, expect, it } from "vitest";
import { officialCalendar } from "~/kernel/official-holidays";
import { promiseAfter, stageDueAfter } from "./correction-clock";

const calendar = new Map(officialCalendar().map(({ date, isWorkday }) => [date, isWorkday]));
/** Monday 2026-09-14 to Thursday 2026-09-24; Sunday the 20th is a make-up day, the 25th begins a holiday. */
const pause = { askedOn: "2026-09-14", answeredOn: "2026-09-24" };

describe("a promise after a correction", () => {
  it("is moved by the working days the firm took", () => {
    expect(promiseAfter("pause", calendar, pause, { promisedOn: "2026-10-12", workingDays: 20 })).toBe("2026-10-23");
  });
  it("is not moved by an answer on the same day", () => {
    expect(
      promiseAfter(
        "pause",
        calendar,
        { askedOn: "2026-09-14", answeredOn: "2026-09-14" },
        { promisedOn: "2026-10-12", workingDays: 20 },
      ),
    ).toBe("2026-10-12");
  });
  it("begins anew where the rule says so", () => {
    expect(promiseAfter("reset", calendar, pause, { promisedOn: "2026-10-12", workingDays: 5 })).toBe("2026-10-09");
  });
});

describe("a stage after a correction", () => {
  it("has the days it had left", () =>
    expect(stageDueAfter("pause", calendar, pause, { dueOn: "2026-09-17", workingDays: 10 })).toBe("2026-09-30"));
  it("has a day at least, however late it was", () =>
    expect(stageDueAfter("pause", calendar, pause, { dueOn: "2026-09-01", workingDays: 10 })).toBe("2026-09-28"));
  it("has all its days where the rule says so", () =>
    expect(stageDueAfter("reset", calendar, pause, { dueOn: "2026-09-17", workingDays: 5 })).toBe("2026-10-09"));
});
