import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { caseWorkbook } from "./case-workbook.server";

describe("caseWorkbook", () => {
  it("keeps what a firm typed as text, and sums as numbers", async () => {
    const bytes = await caseWorkbook({
      sheet: "清单",
      head: ["企业", "审定金额（元）"],
      rows: [
        ['=HYPERLINK("http://example.org")', "1234.50"],
        ["+1", null],
      ],
      sumColumn: 1,
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer);
    const sheet = book.getWorksheet("清单");
    expect(sheet?.getCell("A1").value).toBe("企业");
    expect(sheet?.getCell("A2").type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell("A2").formula).toBeUndefined();
    expect(sheet?.getCell("A2").value).toBe('=HYPERLINK("http://example.org")');
    expect(sheet?.getCell("B2").value).toBe(1234.5);
    expect(sheet?.getCell("A3").value).toBe("+1");
    expect(sheet?.getCell("B3").value).toBeNull();
  });
});
