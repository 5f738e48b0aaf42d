import { describe, expect, it } from "vitest";
import { compensationDays, isWeekend, legalHolidays, legalYears } from "./legal-holidays";
import { officialHolidays, provisionalCalendar } from "./official-holidays";
import { addDays, epochDay } from "./plain-date";
import { addWorkingDays } from "./working-days";

describe("holidays by law", () => {
  it("are in 2027 those of the almanac", () => {
    expect(legalHolidays(2027)).toEqual([
      ...["2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05"],
      ...["2027-05-01", "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03"],
    ]);
  });

  it.each([
    [2024, "2024-02-10", "2024-06-10", "2024-09-17"],
    [2025, "2025-01-29", "2025-05-31", "2025-10-06"],
    [2026, "2026-02-17", "2026-06-19", "2026-09-25"],
    [2028, "2028-01-26", "2028-05-28", "2028-10-03"],
    [2030, "2030-02-03", "2030-06-05", "2030-09-12"],
    [2033, "2033-01-31", "2033-06-01", "2033-09-08"],
  ])("%d: 春节 %s, 端午 %s, 中秋 %s", (year, spring, dragon, autumn) => {
    expect(legalHolidays(year)).toEqual(
      expect.arrayContaining([addDays(spring, -1), spring, addDays(spring, 2), dragon, autumn]),
    );
  });

  it("lie in the days off that were announced since they are thirteen (State Council decree 795, from 2025-01-01)", () => {
    for (const [year, { off }] of Object.entries(officialHolidays).filter(([year]) => year >= "2025"))
      for (const day of legalHolidays(Number(year)).filter((each) => !isWeekend(each))) expect(off, day).toContain(day);
  });

  it("follow the moon in every year: months of 29 or 30 days lie between them", () => {
    for (let year: number = legalYears.first; year <= legalYears.last; year += 1) {
      const days = legalHolidays(year);
      const spring = days.find((day) => day > `${year}-01-20` && day < `${year}-02-22`) ?? "";
      const within = (from: string, to: string) =>
        days.some((day) => day >= `${year}-${from}` && day <= `${year}-${to}`);
      expect([year, within("04-04", "04-06"), within("05-27", "06-26"), within("09-07", "10-08")]).toEqual([
        year,
        true,
        true,
        true,
      ]);
      const next = legalHolidays(year + 1).find((day) => day > `${year + 1}-01-20` && day < `${year + 1}-02-22`);
      if (next) expect([353, 354, 355, 383, 384, 385], String(year)).toContain(epochDay(next) - epochDay(spring));
    }
  });
});

describe("days off for holidays on a weekend", () => {
  it("are the next days on which people would work", () => {
    expect(compensationDays(legalHolidays(2027))).toEqual([
      ...["2027-02-09", "2027-02-10", "2027-05-03", "2027-05-04", "2027-10-04", "2027-10-05"],
    ]);
  });
});

it("counts 60 working days from 2026-11-27 to 26 February", () => {
  const days = ["2026", "2027"].flatMap((year) => provisionalCalendar(year));
  const calendar = new Map(days.map(({ date, isWorkday }) => [date, isWorkday]));
  expect(addWorkingDays(calendar, "2026-11-27", 60)).toBe("2027-02-26");
});
