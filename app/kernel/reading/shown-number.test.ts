import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownNumber } from "./shown-number";

const accounting = '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ';

describe("what a cell with a number shows", () => {
  it.each([
    [0.3, "0%", "30%"],
    [0.3, "0.00%", "30%"],
    [0.305, "0.0%;[Red]-0.0%", "30.5%"],
    [0.07, "0.00%", "7%"],
    [-0.05, "0%", "-5%"],
    [0.29, "0%", "29%"],
    [30, '0"%"', "30%"],
    [19_999_999.999999996, null, "20000000"],
    [0.1 + 0.2, "General", "0.3"],
    [1e21, null, "1000000000000000000000"],
    [1.5e-7, null, "0.00000015"],
    [913_405_007_509_876_500, null, "913405007509876000"],
    [3703.7034, "#,##0.00", "3703.7"],
    [29.6, "0", "30"],
    [-0.4, "0", "0"],
    [2.675, "0.00", "2.68"],
    [1234.5, accounting, "¥1234.5"],
    [-1234.5, accounting, "-¥1234.5"],
    [0, accounting, "¥0"],
    [-5, "0_);(0)", "-5"],
    [500, '0"万元"', "500万元"],
    [30, 'General"人"', "30人"],
    [5, "[$¥-804]#,##0.00", "¥5"],
    [5, "[$$-409]#,##0.00", "$5"],
    [12_345_678, "0.00E+00", "12345678"],
    [0.5, "# ?/?", "0.5"],
    [0, '0;-0;"无"', "无"],
    [5, "[Red][>100]0;0", "5"],
    [4, '[>=5]"高";"低"', "低"],
    [5, '[=1]"是";"否"', "否"],
    [1, '[=1]"是";[=0]"否";0', "是"],
    [0, '[=1]"是";[=0]"否";0', "否"],
    [7, '[=1]"是";[=0]"否";0', "7"],
    [9_999, '[>=10000]0!.0,"万";0', "9999"],
    [12, "00000", "00012"],
    [111, "0000", "0111"],
    [-7, "000", "-007"],
    [0, '#,##0;-#,##0;"-"', "0"],
    [0, "0;-0;-", "0"],
  ])("%s as %s: %s", (value, format, text) => {
    expect(shownNumber(value, format)).toEqual({ text });
  });

  it.each([
    "0.0,",
    '#,##0,"千元"',
    '0\\.0,"万"',
    '"2024-"0',
    "000-0000",
    ";;;",
    "[$-804]aaaa;@",
    '上午/下午h"时"mm"分"',
    '[$-1010404]e"年"',
    "[<5]0",
  ])("%s shows another figure than the cell holds", (format) =>
    expect(shownNumber(1_234_567, format)).toEqual({ text: "1234567", fault: "cellFormat" }),
  );

  it("shows every whole number and every percentage as it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }), (n, places) => {
        const decimals = `0${places > 0 ? `.${"0".repeat(places)}` : ""}`;
        expect(shownNumber(n, `#,##${decimals}`).text).toBe(String(n));
        expect(shownNumber(n / 100, `${decimals}%`).text).toBe(`${n}%`);
        expect(shownNumber(n / 10 ** places, decimals).text).toBe(String(n / 10 ** places));
      }),
    );
  });
});
