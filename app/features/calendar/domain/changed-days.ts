import { isWeekend, legalHolidays } from "~/kernel/legal-holidays";
import type { PlainDate } from "~/kernel/plain-date";
import type { NoticeDay } from "./notice-text";

export type KnownDay = { date: PlainDate; isWorkday: boolean; note: string | null };
/** A day that works otherwise than before. */
export type ChangedDay = { date: PlainDate; isWorkday: boolean; was: boolean; note: string | null };

/**
 * The days of the calendar that a notice for a year changes: in the year itself every day it does not name is a weekday or a
 * weekend; of the years beside it only days it names.
 */
export function changedDays(year: number, named: readonly NoticeDay[], known: readonly KnownDay[]): ChangedDay[] {
  const byDay = new Map(named.map((day) => [day.date, day]));
  return known.flatMap(({ date, isWorkday: was }) => {
    const own = byDay.get(date);
    if (!own && !date.startsWith(`${year}-`)) return [];
    const isWorkday = own?.isWorkday ?? !isWeekend(date);
    return isWorkday === was ? [] : [{ date, isWorkday, was, note: own?.name ?? null }];
  });
}

/** Holidays by law (全国年节及纪念日放假办法 art. 2) that a notice does not name as days off. */
export function missingHolidays(year: number, named: readonly NoticeDay[]): PlainDate[] {
  const off = new Set(named.filter(({ isWorkday }) => !isWorkday).map(({ date }) => date));
  return legalHolidays(year).filter((date) => !off.has(date));
}
