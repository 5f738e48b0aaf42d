import type { PlainDate } from "~/kernel/plain-date";

/** A day as official documents write it: Arabic numerals, the whole year, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function chineseDate(day: PlainDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
