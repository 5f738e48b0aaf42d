/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. */
export type PlainDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const shanghaiOffsetMs = 8 * 3600_000;
const dayMs = 86_400_000;

/** Whether `text` names a day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  return pattern.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && fromEpochDay(epochDay(text)) === text;
}

/** The Asia/Shanghai day of an instant (China has had no summer time since 1991). */
export function shanghaiDay(instant: Date): PlainDate {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The first instant (UTC) of an Asia/Shanghai day. */
export function startOfDay(day: PlainDate): Date {
  return new Date(epochDay(day) * dayMs - shanghaiOffsetMs);
}

/** Days since 1970-01-01. */
export function epochDay(day: PlainDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The day with that number of days since 1970-01-01. */
export function fromEpochDay(days: number): PlainDate {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** The year of a day. */
export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** `day` moved by calendar days. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(epochDay(day) + days);
}

/** The day so many months later (earlier below zero): the corresponding day, or the month's last where it has none (民法典第二百零二条). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(0);
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(date, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}
