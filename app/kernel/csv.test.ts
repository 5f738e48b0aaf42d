import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows, csvText, harmlessCell } from "./csv";

describe("CSV", () => {
  it.each(["=1+1", "+86 555", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])("%j can't be run as a formula", (text) => {
    expect(harmlessCell(text)).toBe(`'${text}`);
  });

  it("leaves numbers, names and gaps as they are", () => {
    expect(["-12.50", -3, 120n, null, "甲公司"].map(harmlessCell)).toEqual(["-12.50", "-3", "120", "", "甲公司"]);
  });

  it.each([
    "3405000000000018",
    "913405001234567890",
    "007",
    "1e5",
    "019000000000700080000000000e0001",
    "92233720368547758.07",
    "３４０５００００００００００１８",
    " 3405000000000018",
    "'3405000000000018",
    "1/2",
    "3-4",
    "12-25",
    "1/2/26",
    "(5)",
  ])("%j keeps its digits and looks in a spreadsheet, and is read back", (text) => {
    expect(harmlessCell(text)).toBe(`'${text}`);
    expect(csvRows(csvText([[text, "x"]]))).toEqual([[text, "x"]]);
  });

  it.each(["385000.00", "13905551234", "0.05", "0", "2026-11-26", "HQT-2026-000021-5"])("%j stays as it is", (text) =>
    expect(harmlessCell(text)).toBe(text),
  );

  it("leaves no cell that a spreadsheet would take for a formula or shorten, and reads all of them back", () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^'?[=+@-]?\d{1,22}(\.\d{1,6})?(e\d{1,3})?$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const one = (text: string) => text.replace(/\r/g, "");
        const clean = rows.map(([first, second]) => [`${one(first)}`, one(second)]);
        expect(csvRows(`a,b\n${csvText(clean).slice(1)}`).slice(1)).toEqual(clean);
        for (const text of clean.flat().map(harmlessCell)) expect(/^[=+@]|^\d{16,}$|^0\d/.test(text)).toBe(false);
      }),
    );
  });

  it("reads the tabs of Excel's Unicode text, and semicolons", () => {
    expect(csvRows("a\tb\tc,d\r\n1\t2\t3")).toEqual([
      ["a", "b", "c,d"],
      ["1", "2", "3"],
    ]);
    expect(csvRows("a;b;c\n1;2,5;3")).toEqual([
      ["a", "b", "c"],
      ["1", "2,5", "3"],
    ]);
  });

  it("finds the separator below a title, whatever stands in it", () => {
    expect(csvRows("2026年企业名单\na\tb\n1\t2")).toEqual([["2026年企业名单"], ["a", "b"], ["1", "2"]]);
    expect(csvRows("说明；甲;乙;丙;丁\na,b\n1,2")).toEqual([["说明；甲;乙;丙;丁"], ["a", "b"], ["1", "2"]]);
    expect(csvRows("sep=;\na;b\n1;2,5")).toEqual([
      ["sep=", ""],
      ["a", "b"],
      ["1", "2,5"],
    ]);
  });

  it("reads quotes as spreadsheets do, and an end of file of DOS", () => {
    expect(csvRows('管径5" 钢管,公司"甲"厂\n"a" ,b')).toEqual([
      ['管径5" 钢管', '公司"甲"厂'],
      ["a", "b"],
    ]);
    expect(csvRows("a,b\r\n1,2\r\n\u001a")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(csvRows('a=b,="01"')).toEqual([["a=b", "01"]]);
  });

  it("quotes separators, quotes and line ends, and begins with a byte order mark", () => {
    expect(
      csvText([
        ["a,b", 'say "x"'],
        ["two\nlines", null],
      ]),
    ).toBe('\uFEFF"a,b","say ""x"""\r\n"two\nlines",\r\n');
  });

  it("is read back as it was written", () => {
    const rows = [
      ["a,b", 'say "x"', ""],
      ["two\nlines", "=1+1", "-3"],
      ["", "", "末"],
    ];
    expect(csvRows(csvText(rows))).toEqual(rows);
    expect(csvRows("a,b\nc,\n")).toEqual([
      ["a", "b"],
      ["c", ""],
    ]);
    expect(() => csvRows('a,"b')).toThrow(RangeError);
    expect(() => csvRows('"a"b,c')).toThrow(RangeError);
  });
});
