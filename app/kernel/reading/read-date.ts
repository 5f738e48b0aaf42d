import { isPlainDate, shanghaiDay, type PlainDate } from "~/kernel/plain-date";
import { digitOf, readChineseNumeral } from "./chinese-numeral";
import { plainDashes, plainTyping } from "./typed-text";

/** What a person or a spreadsheet wrote, read as a day; or the translation key of what is wrong with it. */
export type ReadDate =
  { ok: true; value: PlainDate } | { ok: false; problem: "problem.date" | "problem.noSuchDay" | "problem.fullYear" };

const separated =
  /^(?<year>\d+) ?(?<first>[-/.年]) ?(?<month>\d{1,2}) ?(?<second>[-/.月]) ?(?<day>\d{1,2}) ?(?<end>[日号]?)(?:(?: ?T| |(?<=[日号]))(?<time>.+))?$/;
const compact = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[T ](?<time>.+))?$/;
const clock = /^(\d{1,2})(?::|时|点)([0-5]\d)(?:(?::|分)([0-5]\d)(?:\.\d+)?秒?|分)?( ?Z| ?[+-]\d{2}:?\d{2})?$/;
/** What stands beside a day or an hour and doesn't change the day. */
const weekday = / ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/;
const halfDay = /(?:上午|下午|凌晨|早上|中午|晚上) ?(?=\d)| ?[AP]M$/i;
/** As Excel's Chinese format writes it: the digits of the year, month and day as numerals. */
const inNumerals =
  /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/;
const partner: Readonly<Record<string, string>> = { "-": "-", "/": "/", ".": ".", 年: "月" };

/**
 * Reads a day: 2020-1-2, 2020/1/2, 2020.01.02, 2020年1月2日, 二〇二〇年一月二日, 20200102, full width, with or without the day
 * of the week or a time of day. A time with an offset from UTC gives the day in Asia/Shanghai. Years have four digits.
 */
export function readDate(typed: string): ReadDate {
  const text = digitsOf(plainDashes(plainTyping(typed)).replace(weekday, ""));
  const parts = partsOf(text);
  if (!parts) return { ok: false, problem: "problem.date" };
  if (parts.year.length !== 4) return { ok: false, problem: "problem.fullYear" };
  const day = `${parts.year}-${parts.month.padStart(2, "0")}-${parts.day.padStart(2, "0")}`;
  if (!isPlainDate(day)) return { ok: false, problem: "problem.noSuchDay" };
  if (parts.time === undefined) return { ok: true, value: day };
  const at = clock.exec(parts.time.trim().replace(halfDay, ""));
  if (!at || Number(at[1]) > 23) return { ok: false, problem: "problem.date" };
  return { ok: true, value: at[4] === undefined ? day : shanghaiDayOf(day, at) };
}

function digitsOf(text: string): string {
  const [, year = "", month = "", day = ""] = inNumerals.exec(text) ?? [];
  if (year === "") return text;
  const digits = [...year.replace(/[〇○]/g, "零")].map((sign) => digitOf(sign) ?? 0).join("");
  return `${digits}年${readChineseNumeral(month) ?? 0}月${readChineseNumeral(day) ?? 0}日`;
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
