import { describe, expect, it } from "vitest";
import { csvRows, csvText, harmlessCell } from "./csv";

describe("CSV", () => {
  it.each(["=1+1", "+86 555", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])("%j can't be run as a formula", (text) => {
    expect(harmlessCell(text)).toBe(`'${text}`);
  });

  it("leaves numbers, names and gaps as they are", () => {
    expect(["-12.50", -3, 120n, null, "甲公司"].map(harmlessCell)).toEqual(["-12.50", "-3", "120", "", "甲公司"]);
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
