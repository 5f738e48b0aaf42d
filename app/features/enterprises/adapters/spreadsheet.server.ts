import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { Refusal } from "~/kernel/refusal";

const maxRows = 5_000;
/** More columns than there are facts are a mistake, or an attempt to fill the memory. */
const maxColumns = 500;

/**
 * The first sheet of an XLSX file, or a CSV file (UTF-8 with or without a mark, else GB 18030 as Chinese Excel writes it), as text cells.
 * @throws Refusal `enterprises.import-unreadable` (415), `enterprises.import-too-long` (413)
 */
export async function readSpreadsheet(fileName: string, bytes: Uint8Array): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  const sheet = await open(workbook, fileName, bytes);
  if (!sheet) throw new Refusal("enterprises.import-unreadable", 415);
  if (sheet.columnCount > maxColumns) throw new Refusal("enterprises.import-unreadable", 415);
  if (sheet.rowCount > maxRows + 1) throw new Refusal("enterprises.import-too-long", 413, { rows: maxRows });
  const rows: string[][] = [];
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    rows.push(Array.from({ length: sheet.columnCount }, (_, index) => cellText(row.getCell(index + 1))));
  }
  return rows;
}

async function open(
  workbook: ExcelJS.Workbook,
  fileName: string,
  bytes: Uint8Array,
): Promise<ExcelJS.Worksheet | undefined> {
  try {
    if (!fileName.toLowerCase().endsWith(".csv")) return (await workbook.xlsx.load(bytes.slice().buffer)).worksheets[0];
    return await workbook.csv.read(Readable.from([decode(bytes)]), { map: (value: unknown) => value });
  } catch {
    throw new Refusal("enterprises.import-unreadable", 415);
  }
}

/** @throws TypeError for bytes that are text in neither encoding */
function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new TypeError("not a text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

function cellText(cell: ExcelJS.Cell): string {
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return cell.text;
}
