import ExcelJS from "exceljs";
import type { ExportTable } from "../domain/export-table";

/** The table as XLSX. Texts are text cells, so that nothing a firm typed is taken for a formula; only sums are numbers. */
export async function caseWorkbook({
  sheet: name,
  head,
  rows,
  sumColumn,
}: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = head.map((text, index) => ({
    header: text,
    width: index === 1 || index === 3 ? 36 : 20,
    style: { numFmt: index === sumColumn ? "#,##0.00" : "@" },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows)
    sheet.addRow(row.map((text, index) => (index === sumColumn && text !== null ? Number(text) : text)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
