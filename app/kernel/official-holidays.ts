import { compensationDays, isWeekend, legalHolidays } from "./legal-holidays";
import { addDays, type PlainDate } from "./plain-date";

type Year = { off: readonly PlainDate[]; makeUp: readonly PlainDate[] };

/** Days off and make-up working days as the State Council announced them. */
export const officialHolidays: Readonly<Record<string, Year>> = {
  // State Council office, telegram [2023] 7 of 2023-10-25:
  // http://paper.people.com.cn/rmrb/html/2023-10/26/nw.D110000renmrb_20231026_3-06.htm
  "2024": {
    off: [
      "2024-01-01",
      "2024-02-10",
      "2024-02-11",
      "2024-02-12",
      "2024-02-13",
      "2024-02-14",
      "2024-02-15",
      "2024-02-16",
      "2024-02-17",
      "2024-04-04",
      "2024-04-05",
      "2024-04-06",
      "2024-05-01",
      "2024-05-02",
      "2024-05-03",
      "2024-05-04",
      "2024-05-05",
      "2024-06-10",
      "2024-09-15",
      "2024-09-16",
      "2024-09-17",
      "2024-10-01",
      "2024-10-02",
      "2024-10-03",
      "2024-10-04",
      "2024-10-05",
      "2024-10-06",
      "2024-10-07",
    ],
    makeUp: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12",
    ],
  },
  // https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
  "2025": {
    off: [
      "2025-01-01",
      "2025-01-28",
      "2025-01-29",
      "2025-01-30",
      "2025-01-31",
      "2025-02-01",
      "2025-02-02",
      "2025-02-03",
      "2025-02-04",
      "2025-04-04",
      "2025-04-05",
      "2025-04-06",
      "2025-05-01",
      "2025-05-02",
      "2025-05-03",
      "2025-05-04",
      "2025-05-05",
      "2025-05-31",
      "2025-06-01",
      "2025-06-02",
      "2025-10-01",
      "2025-10-02",
      "2025-10-03",
      "2025-10-04",
      "2025-10-05",
      "2025-10-06",
      "2025-10-07",
      "2025-10-08",
    ],
    makeUp: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  // https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
  "2026": {
    off: [
      "2026-01-01",
      "2026-01-02",
      "2026-01-03",
      "2026-02-15",
      "2026-02-16",
      "2026-02-17",
      "2026-02-18",
      "2026-02-19",
      "2026-02-20",
      "2026-02-21",
      "2026-02-22",
      "2026-02-23",
      "2026-04-04",
      "2026-04-05",
      "2026-04-06",
      "2026-05-01",
      "2026-05-02",
      "2026-05-03",
      "2026-05-04",
      "2026-05-05",
      "2026-06-19",
      "2026-06-20",
      "2026-06-21",
      "2026-09-25",
      "2026-09-26",
      "2026-09-27",
      "2026-10-01",
      "2026-10-02",
      "2026-10-03",
      "2026-10-04",
      "2026-10-05",
      "2026-10-06",
      "2026-10-07",
    ],
    makeUp: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
};

/** Every day of the announced years with whether people work: weekdays but holidays, and make-up weekend days. */
export function officialCalendar(): { date: PlainDate; isWorkday: boolean }[] {
  return Object.entries(officialHolidays).flatMap(([year, { off, makeUp }]) =>
    daysOf(year).map((date) => ({
      date,
      isWorkday: makeUp.includes(date) || (!off.includes(date) && !isWeekend(date)),
    })),
  );
}

/**
 * A year whose notice is not out yet, so that promises can reach into it: Monday to Friday, but the holidays by law, lunar
 * ones too, and the days off for those that fall on a weekend.
 */
export function provisionalCalendar(year: string): { date: PlainDate; isWorkday: boolean }[] {
  const byLaw = legalHolidays(Number(year));
  const off = new Set([...byLaw, ...compensationDays(byLaw)]);
  return daysOf(year).map((date) => ({ date, isWorkday: !isWeekend(date) && !off.has(date) }));
}

function daysOf(year: string): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) days.push(day);
  return days;
}
