import { describe, expect, it } from "vitest";
import { officialHolidays } from "~/kernel/official-holidays";
import { readNotice } from "./notice-text";

/** 国办发明电〔2025〕7号, the sentences that name days. */
const of2026 = `现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

const daysOf = (text: string, year: number) => {
  const { days } = readNotice(text, year);
  return {
    off: days.filter(({ isWorkday }) => !isWorkday).map(({ date }) => date),
    makeUp: days.filter(({ isWorkday }) => isWorkday).map(({ date }) => date),
  };
};

describe("a notice for a year", () => {
  it("is read as it was published", () => {
    const read = readNotice(of2026, 2026);
    expect(read.problems).toEqual([]);
    expect(daysOf(of2026, 2026)).toEqual(officialHolidays["2026"]);
    expect(read.days.find(({ date }) => date === "2026-02-17")?.name).toBe("春节");
    expect(read.unread).toEqual(["2025年11月4日"]);
  });

  it("may name days of the December before", () => {
    const text = "一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。2026年12月27日（周日）上班。";
    expect(readNotice(text, 2027).problems).toEqual([]);
    expect(daysOf(text, 2027)).toEqual({ off: ["2026-12-31", "2027-01-01", "2027-01-02"], makeUp: ["2026-12-27"] });
  });

  it.each([
    "2027-02-05 休息\n2027-02-06,休息,春节\n2027/2/20 上班",
    "2027年2月5日、6日放假，2月20日补班",
    "休息：2月5日至2月6日；上班：2月20日",
    "2.5-2.6 off\n2.20 works",
  ])("is read as a list too: %s", (text) => {
    expect(readNotice(text, 2027).problems).toEqual([]);
    expect(daysOf(text, 2027)).toEqual({ off: ["2027-02-05", "2027-02-06"], makeUp: ["2027-02-20"] });
  });

  it.each([
    ["noSuchDay", "2月30日放假"],
    ["weekday", "2月5日（周四）放假"],
    ["count", "2月5日至7日放假，共4天"],
    ["both", "2月6日放假\n2月6日上班"],
    ["notWeekend", "2月5日上班"],
    ["backwards", "2月8日至5日放假"],
  ])("is told when it says what cannot be: %s", (code, text) => {
    expect(readNotice(text, 2027).problems.map((problem) => problem.code)).toContain(code);
  });

  it("tells what is wrong in the words of the text", () => {
    const [problem] = readNotice("二、春节：2月4日（周五）至5日放假调休，共２天。", 2027).problems;
    expect(problem).toEqual({ code: "weekday", text: "二、春节：2月4日（周五）至5日放假调休，共２天" });
  });

  it("says which parts it could not use, and names nothing where there is nothing", () => {
    expect(readNotice("2月5日\n2月6日放假", 2027)).toMatchObject({
      unread: ["2月5日"],
      days: [{ date: "2027-02-06" }],
    });
    expect(readNotice("关于放假的通知", 2027).days).toEqual([]);
  });
});
