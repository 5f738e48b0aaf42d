import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { encryptedOffice } from "~/features/applications/testing/odd-files";
import { workbookOf } from "../testing/workbook";
import { readSheet } from "./read-sheet.server";

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join("")}</row>`;
const shown = async (data: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}) =>
  (await readSheet(workbookOf({ sheets: [{ data }], ...more }))).rows;
/** Built-in ones of Chinese and English programs, and codes of their own. */
const dateFormats = [
  ...[14, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
  ...['yyyy"年"m"月"d"日";@', "[$-804]yyyy/m/d", "[$-F800]dddd, mmmm dd, yyyy"],
];

describe("what a workbook shows", () => {
  it("is read: percentages, Excel's fifteen digits, results of formulas, errors", async () => {
    const cells = [
      '<c r="A1" s="1"><v>0.3</v></c>',
      '<c r="B1" s="2"><v>0.29</v></c>',
      '<c r="C1"><v>19999999.999999996</v></c>',
      '<c r="D1"><f>1-1</f><v>0</v></c>',
      '<c r="E1" t="b"><f>1=2</f><v>0</v></c>',
      '<c r="F1" t="str"><f>""</f><v></v></c>',
      '<c r="G1" t="e"><f>NA()</f><v>#N/A</v></c>',
      '<c r="H1"><f>A1*10</f><v>3.0000000000000004</v></c>',
    ];
    expect(await shown(row(1, ...cells), { formats: [9, "0.00%"] })).toEqual([
      { number: 1, cells: ["30%", "29%", "20000000", "0", "FALSE", "", "#N/A", "3"] },
    ]);
  });

  it.each([
    ["1900", 46_000, false],
    ["1904", 46_000 - 1462, true],
  ] as const)("is a day under every date format, in the date system of %s", async (_, serial, date1904) => {
    const cells = dateFormats.map((_format, index) =>
      row(index + 1, `<c r="A${index + 1}" s="${index + 1}"><v>${serial}</v></c>`),
    );
    expect(await shown(cells.join(""), { formats: dateFormats, date1904 })).toEqual(
      dateFormats.map((_format, index) => ({ number: index + 1, cells: ["2025-12-09"] })),
    );
  });

  it("names a formula that nobody worked out, wherever it stands, and a day that is none", async () => {
    const data =
      row(1, text("A1", "甲"), '<c r="B1"><f>1+1</f></c>', '<c r="C1"><f>1</f><v/></c>') +
      row(
        2,
        '<c r="A2" s="1"><v>-1</v></c>',
        '<c r="B2" s="1"><v>1E12</v></c>',
        '<c r="C2" t="str"><f>""</f><v></v></c>',
      );
    const { rows, faults } = await readSheet(workbookOf({ sheets: [{ data }], formats: [14] }));
    expect(faults.map(({ row: at, column, reason }) => `${at} ${column} ${reason}`)).toEqual([
      "1 1 cellUnknown",
      "1 2 cellUnknown",
      "2 0 cellFormat",
      "2 1 cellFormat",
    ]);
    expect(rows[0]).toEqual({ number: 1, cells: ["甲"] });
  });

  it("says so where something stands beyond the columns that are read", async () => {
    await expect(shown(row(1, text("A1", "甲"), text("AAA1", "乙")))).rejects.toThrow("sheet.too-wide");
    expect(await shown(row(1, text("A1", "甲"), '<c r="AAA1" s="0"></c>'))).toEqual([{ number: 1, cells: ["甲"] }]);
  });

  it("holds no character that a text can't, and needs no slashes of the standard", async () => {
    const bytes = workbookOf({ sheets: [{ data: row(1, text("A1", "甲&#0;&#x202E;乙"), text("B1", "丙&#x200B;")) }] });
    const backslashed = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name.replaceAll("/", "\\"), part]),
    );
    for (const each of [bytes, zipSync(backslashed)])
      expect((await readSheet(each)).rows).toEqual([{ number: 1, cells: ["甲乙", "丙"] }]);
  });

  it("leaves out what is only formatted, down to the last row and column", async () => {
    const data =
      row(1, text("A1", "甲"), '<c r="XFD1" s="1"/>') +
      row(3, '<c r="A3"><v>1</v></c>') +
      row(1_048_576, '<c r="A1048576" s="1"/>');
    expect(await shown(data, { formats: ["@"] })).toEqual([
      { number: 1, cells: ["甲"] },
      { number: 3, cells: ["1"] },
    ]);
  });

  it("comes from the first sheet that is not hidden", async () => {
    const sheets = [
      { data: row(1, text("A1", "字典")), state: "hidden" as const },
      { data: row(1, text("A1", "更隐蔽")), state: "veryHidden" as const },
      { data: row(1, text("A1", "企业")) },
      { data: row(1, text("A1", "另一张")) },
    ];
    expect((await readSheet(workbookOf({ sheets }))).rows).toEqual([{ number: 1, cells: ["企业"] }]);
  });

  it("is the same with prefixed XML, shared and rich strings, phonetic hints and merged cells", async () => {
    const strings =
      "<si><t>名称</t><rPh sb='0' eb='1'><t>めいしょう</t></rPh></si><si><r><t>研发</t></r><r><t>费用</t></r></si>";
    const data = row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="C1" t="s"><v>1</v></c>');
    const more = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>';
    for (const prefix of ["", "x:"])
      expect((await readSheet(workbookOf({ sheets: [{ data, more }], strings, prefix }))).rows).toEqual([
        { number: 1, cells: ["名称", "", "研发费用"] },
      ]);
  });

  it("names cells whose format shows another figure than they hold", async () => {
    const data = row(2, text("A2", "甲"), '<c r="B2" s="1"><v>1234567</v></c>');
    expect((await readSheet(workbookOf({ sheets: [{ data }], formats: ["0.0,"] }))).faults).toEqual([
      { row: 2, column: 1, reason: "cellFormat", shown: "1234567" },
    ]);
  });
});

describe("a text", () => {
  const utf16 = (words: string) =>
    Uint8Array.from([0xff, 0xfe, ...[...words].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);

  it("is read with commas, or with tabs as Excel's Unicode text has them", async () => {
    const rows = [
      { number: 1, cells: ["名称", "数"] },
      { number: 3, cells: ["甲", "00123"] },
    ];
    expect((await readSheet(new TextEncoder().encode('名称,数\r\n,\r\n甲,="00123"\r\n'))).rows).toEqual(rows);
    expect((await readSheet(utf16("名称\t数\r\n\t\r\n甲\t'00123\r\n"))).rows).toEqual(rows);
  });

  it.each([
    ["an XLS or an ET", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "sheet.old-format"],
    ["an encrypted workbook", encryptedOffice(), "sheet.password"],
    ["a web page named .xls", new TextEncoder().encode("<html><table></table></html>"), "sheet.old-format"],
    ["half a workbook", workbookOf({ sheets: [{ data: "" }] }).slice(0, 200), "sheet.unreadable"],
    ["a damaged text", new TextEncoder().encode("名称\n\ufffd\ufffd"), "sheet.unreadable"],
    ["too many rows", new TextEncoder().encode("x\n".repeat(5_051)), "sheet.too-long"],
  ])("says of %s what it is", async (_, bytes, code) => {
    await expect(readSheet(bytes)).rejects.toMatchObject({ code });
  });

  it("that unpacks to more than it should is refused before it is read", async () => {
    const bomb = workbookOf({ sheets: [{ data: `<row><c><v>${"1".repeat(80_000_000)}</v></c></row>` }] });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(readSheet(bomb)).rejects.toMatchObject({ code: "sheet.too-big", status: 413 });
  });
});
