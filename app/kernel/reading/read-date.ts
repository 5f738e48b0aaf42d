import { isPlainDate, shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { plainDashes, plainTyping } from "./typed-text";

/** What a person or a spreadsheet wrote, read as a day; or the translation key of what is wrong with it. */
export type ReadDate =
  { ok: true; value: PlainDate } | { ok: false; problem: "problem.date" | "problem.noSuchDay" | "problem.fullYear" };

const separated =
  /^(?<year>\d+) ?(?<first>[-/.年]) ?(?<month>\d{1,2}) ?(?<second>[-/.月]) ?(?<day>\d{1,2}) ?(?<end>[日号]?)(?:(?: ?T| |(?<=[日号]))(?<time>.+))?$/;
const compact = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[T ](?<time>.+))?$/;
const clock = /^(\d{1,2})(?::|时|点)([0-5]\d)(?:(?::|分)([0-5]\d)(?:\.\d+)?秒?|分)?( ?Z| ?[+-]\d{2}:?\d{2})?$/;
const partner: Readonly<Record<string, string>> = { "-": "-", "/": "/", ".": ".", 年: "月" };

/**
 * Reads a day: 2020-1-2, 2020/1/2, 2020.01.02, 2020年1月2日, 20200102, full width, with or without a time of day. A time
 * with an offset from UTC gives the day in Asia/Shanghai. Years have four digits.
 */
export function readDate(typed: string): ReadDate {
  const text = plainDashes(plainTyping(typed));
  const parts = partsOf(text);
  if (!parts) return { ok: false, problem: "problem.date" };
  if (parts.year.length !== 4) return { ok: false, problem: "problem.fullYear" };
  const day = `${parts.year}-${parts.month.padStart(2, "0")}-${parts.day.padStart(2, "0")}`;
  if (!isPlainDate(day)) return { ok: false, problem: "problem.noSuchDay" };
  if (parts.time === undefined) return { ok: true, value: day };
  const at = clock.exec(parts.time.trim());
  if (!at || Number(at[1]) > 23) return { ok: false, problem: "problem.date" };
  return { ok: true, value: at[4] === undefined ? day : shanghaiDayOf(day, at) };
}

type Parts = { year: string; month: string; day: string; time?: string | undefined };

function partsOf(text: string): Parts | null {
  const { groups } = compact.exec(text) ?? separated.exec(text) ?? {};
  if (!groups) return null;
  const { first, second, end = "" } = groups;
  if (first !== undefined && (partner[first] !== second || (end !== "" && first !== "年"))) return null;
  return groups as Parts;
}

function shanghaiDayOf(day: PlainDate, [, hour = "", minute = "", second = "00", offset = ""]: RegExpExecArray) {
  const zone = offset.trim().replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  return shanghaiDay(new Date(`${day}T${hour.padStart(2, "0")}:${minute}:${second}${zone}`));
}
