import type { Day } from "./diary";

const two = (value: number) => String(value).padStart(2, "0");
const spell = (date: Date): Day => date.toISOString().slice(0, 10);

/** A day so many days later. */
export function daysAfter(day: Day, count: number): Day {
  return spell(new Date(Date.parse(day) + count * 86_400_000));
}

/** The corresponding day so many years later; the last day of the month where there is none (民法典 art. 202). */
export function yearsAfter(day: Day, years: number): Day {
  const months = Math.round(years * 12);
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const total = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, last))}`;
}

/** Whether people work on a day: what was announced, else Monday to Friday. */
export function isWorkday(announced: Readonly<Record<Day, boolean>>, day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  return announced[day] ?? (weekday > 0 && weekday < 6);
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(announced: Readonly<Record<Day, boolean>>, from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = daysAfter(day, 1);
    if (isWorkday(announced, day)) count += 1;
  }
  return count;
}

/** Whether a yearly window (`MM-DD`, both ends within; it may reach over New Year) is open on a day. */
export function isOpen(window: { opens: string | null; closes: string | null } | null, day: Day): boolean {
  if (!window) return true;
  const [opens, closes, now] = [window.opens ?? "01-01", window.closes ?? "12-31", day.slice(5)];
  return opens <= closes ? opens <= now && now <= closes : now >= opens || now <= closes;
}
