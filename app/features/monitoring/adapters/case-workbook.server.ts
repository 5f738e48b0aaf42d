import { writeSheet } from "~/platform/sheet/write-sheet.server";
import type { ExportTable } from "../domain/export-table";

/** The table as XLSX. Texts are text cells, so that nothing a firm typed is taken for a formula; only sums are numbers. */
export function caseWorkbook({ sheet, head, rows, sumColumn }: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
  const columns = head.map((text, index) => ({
    head: text,
    width: index === 1 || index === 3 ? 36 : 20,
    format: index === sumColumn ? ("#,##0.00" as const) : ("@" as const),
  }));
  const body = rows.map((row) =>
    row.map((text, index) => (index === sumColumn && text !== null ? Number(text) : text)),
  );
  return writeSheet(sheet, columns, body);
}
