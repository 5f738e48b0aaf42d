import { writeXlsx } from "hucre";

/** A column: its heading, its width in characters, and whether its cells are texts or sums with two decimals. */
export type SheetColumn = { head: string; width: number; format: "@" | "#,##0.00" };

/**
 * An XLSX file of one sheet with a frozen, bold row of headings. Strings are text cells, so that nothing typed is taken for a
 * formula and long digits stay; numbers are number cells.
 */
export async function writeSheet(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width, format }) => ({ width, numFmt: format })),
        rows: [columns.map(({ head }) => head), ...rows.map((row) => [...row])],
        cells: new Map(columns.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  return new Uint8Array(bytes);
}
