import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEpochDay } from "~/kernel/plain-date";
import { readDate } from "./read-date";

it.each([
  ["二〇二五年十二月三十一日", "2025-12-31"],
  ["一九九八年十月二十日", "1998-10-20"],
  ["二○二六年十一月十日", "2026-11-10"],
])("%s is %s", (typed, value) => expect(readDate(typed)).toEqual({ ok: true, value }));

describe("a day as people and spreadsheets write it", () => {
  it.each([
    "2020-01-02",
    "2020-1-2",
    "2020/1/2",
    "2020.01.02",
    "2020年1月2日",
    "2020年01月02号",
    "2020 年 1 月 2 日",
    "20200102",
    "２０２０／１／２",
    "2020\u20131\u20132",
    "\u200b2020/1/2\u200e",
    "2020/1/2 0:00",
    "2020-01-02 23:59:59",
    "2020-01-02T10:30:00.000",
    "2020年1月2日 9时30分",
    "2020年1月2日9时30分15秒",
    "2020-01-01T17:30:00Z",
    "2020-01-02T15:59:59+00:00",
    "2020-01-02T00:30:00+08:00",
    "二〇二〇年一月二日",
    "二零二零年一月二日",
    "2020年1月2日星期四",
    "2020/1/2 星期四",
    "2020-01-02（周四）",
    "2020/1/2 上午 10:00:00",
    "2020/1/2 下午3:00",
    "2020-1-2 10:00 PM",
  ])("%s is 2020-01-02", (typed) => {
    expect(readDate(typed)).toEqual({ ok: true, value: "2020-01-02" });
  });

  it.each([
    ["2021-02-29", "problem.noSuchDay"],
    ["2020/13/1", "problem.noSuchDay"],
    ["20200230", "problem.noSuchDay"],
    ["20-1-2", "problem.fullYear"],
    ["20/01/02", "problem.fullYear"],
    ["1/2/2020", "problem.date"],
    ["12020-01-02", "problem.fullYear"],
    ["2020-1/2", "problem.date"],
    ["2020年1月", "problem.date"],
    ["2020-01", "problem.date"],
    ["2020-1-2日", "problem.date"],
    ["2020-01-02 25:00", "problem.date"],
    ["2020-01-02 later", "problem.date"],
    ["43832", "problem.date"],
    ["202012", "problem.date"],
    ["", "problem.date"],
    ["二〇二〇年十三月二日", "problem.noSuchDay"],
    ["二〇二〇年二月三十日", "problem.noSuchDay"],
    ["二〇年一月二日", "problem.date"],
    ["二〇二〇年一月", "problem.date"],
    ["星期四", "problem.date"],
    ["2020-01-02 下午", "problem.date"],
  ])("%s: %s", (typed, problem) => {
    expect(readDate(typed)).toEqual({ ok: false, problem });
  });

  it("reads every day in every form as the same day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -36_500, max: 47_000 }), (days) => {
        const day = fromEpochDay(days);
        const [year = "", month = "", date = ""] = day.split("-");
        const forms = [
          day,
          `${year}/${Number(month)}/${Number(date)}`,
          `${year}年${Number(month)}月${Number(date)}日`,
          `${year}.${month}.${date}`,
          `${year}${month}${date}`,
        ];
        for (const form of forms) expect(readDate(form)).toEqual({ ok: true, value: day });
      }),
    );
  });
});
