import { addDays, isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { plainDashes, plainTyping } from "~/kernel/reading/typed-text";
import { isWeekend } from "~/kernel/legal-holidays";
import { weekdayOf } from "./calendar-months";

/** A day that a notice names, whether people work on it, and the holiday it belongs to. */
export type NoticeDay = { date: PlainDate; isWorkday: boolean; name: string | null };
/** What is wrong with a part of a text; `text` is that part. */
export type NoticeProblem = {
  code: "noSuchDay" | "weekday" | "count" | "both" | "notWeekend" | "otherYear" | "backwards";
  text: string;
};
export type ReadNotice = { days: NoticeDay[]; problems: NoticeProblem[]; unread: string[] };

const off = "非工作日|放假|休息|补休|公休|休|off";
const works = "上班|补班|工作日|工作|班|works?";
const weekdays = "一二三四五六日";
/** A day, a span's sign, a number of days, or a word that says whether people work. */
const token = new RegExp(
  [
    String.raw`(?:(?<year>\d{4})[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})(?![\d.])[日号]?`,
    String.raw`(?<!\d)(?<alone>\d{1,2})[日号]`,
    String.raw`〈(?<weekday>[一二三四五六日天])〉`,
    String.raw`(?<span>至|到|~|—|-)`,
    String.raw`共?(?<count>\d{1,2})天`,
    `(?<off>${off})`,
    `(?<works>${works})`,
  ].join("|"),
  "gi",
);

/**
 * Reads the notice of the State Council's office on the holidays of a year, or a list with a day and 休息/上班 in each line. What
 * it says twice is compared: weekdays in brackets, and how many days a holiday has. Days without a year are of `year`, or of
 * the year named before; the December before and the January after may be named.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const read: ReadNotice = { days: [], problems: [], unread: [] };
  for (const clause of clausesOf(text)) readClause(clause, year, read);
  const known = new Map<PlainDate, NoticeDay>();
  for (const day of read.days) {
    const before = known.get(day.date);
    if (before && before.isWorkday !== day.isWorkday) read.problems.push({ code: "both", text: day.date });
    if (day.isWorkday && !isWeekend(day.date)) read.problems.push({ code: "notWeekend", text: day.date });
    known.set(day.date, before ?? day);
  }
  return { ...read, days: [...known.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

type Clause = { words: string; plain: string };

/** Sentences and lines as written, and plain: a bracket that names a weekday becomes its sign, any other is left out. */
function clausesOf(text: string): Clause[] {
  return text.split(/[\n\r。;；]/).flatMap((line) => {
    const plain = plainDashes(plainTyping(line)).replace(/\(([^()]*)\)/g, (_, inside: string) => {
      const day = /(?:周|星期)([一二三四五六日天])/.exec(inside)?.[1];
      return day ? `〈${day}〉` : "";
    });
    return plain === "" ? [] : [{ words: line.trim(), plain }];
  });
}

type Reading = { words: string; year: number; month: string; dates: PlainDate[]; span: boolean; read: ReadNotice };

function readClause({ words, plain }: Clause, year: number, read: ReadNotice): void {
  const name = /^(?:[一二三四五六七八九十\d]+[、.])?([^\d:,〈]{2,12}):/.exec(plain)?.[1] ?? null;
  const reading: Reading = { words, year, month: "", dates: [], span: false, read };
  let [last, counted] = ["" as "" | "off" | "works", 0];
  const settle = (kind: "off" | "works") => {
    for (const date of reading.dates) read.days.push({ date, isWorkday: kind === "works", name });
    if (kind === "off") counted += reading.dates.length;
    reading.dates = [];
    last = kind;
  };
  // 调休 says neither: it stands with days off and with days worked.
  for (const { groups = {} } of plain.replaceAll("调休", "").matchAll(token)) {
    if (groups["off"] ?? groups["works"]) settle(groups["off"] ? "off" : "works");
    else if (groups["count"]) compare(Number(groups["count"]), counted + reading.dates.length, reading);
    else readPart(groups, reading);
  }
  if (reading.dates.length === 0) return;
  if (last === "") read.unread.push(words);
  else settle(last);
}

function compare(stated: number, found: number, { words, read }: Reading): void {
  if (found > 0 && stated !== found) read.problems.push({ code: "count", text: words });
}

type Groups = Readonly<Record<string, string | undefined>>;

function readPart(groups: Groups, reading: Reading): void {
  if (groups["span"]) reading.span = reading.dates.length > 0;
  else if (groups["weekday"]) checkWeekday(groups["weekday"], reading);
  else addDay(groups, reading);
}

function addDay({ year, month, day, alone }: Groups, reading: Reading): void {
  const { words, dates, read } = reading;
  if (year) reading.year = Number(year);
  if (month) reading.month = month;
  if (reading.month === "") return;
  const date = `${reading.year}-${reading.month.padStart(2, "0")}-${(day ?? alone ?? "").padStart(2, "0")}`;
  if (!isPlainDate(date)) return void read.problems.push({ code: "noSuchDay", text: words });
  const from = reading.span ? dates.at(-1) : undefined;
  reading.span = false;
  if (from === undefined) return void dates.push(date);
  if (date <= from || date > addDays(from, 31)) return void read.problems.push({ code: "backwards", text: words });
  for (let each = addDays(from, 1); each <= date; each = addDays(each, 1)) dates.push(each);
}

function checkWeekday(stated: string, { words, dates, read }: Reading): void {
  const date = dates.at(-1);
  if (date && weekdays[weekdayOf(date)] !== stated.replace("天", "日"))
    read.problems.push({ code: "weekday", text: words });
}

/** Days that no notice for a year can name: it reaches from the December before to the January after. */
export function outsideYear(days: readonly NoticeDay[], year: number): PlainDate[] {
  return days.map(({ date }) => date).filter((date) => date < `${year - 1}-12-01` || date > `${year + 1}-01-31`);
}
