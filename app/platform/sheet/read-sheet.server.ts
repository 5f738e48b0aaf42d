import { cleanText } from "~/kernel/clean-text";
import { csvRows } from "~/kernel/csv";
import { isCompoundFile, isEncryptedOffice } from "~/kernel/reading/compound-file";
import { decodeText } from "~/kernel/reading/decode-text";
import { shownNumber } from "~/kernel/reading/shown-number";
import type { SheetFault, SheetRow, SheetTable } from "~/kernel/reading/sheet-table";
import { Refusal } from "~/kernel/refusal";
import { openWorkbook, type RawCell } from "./open-workbook.server";

/** Rows of data of a table that a person fills in. */
const usualRows = 5_000;
/** Titles, headings and notes beside the rows that are data. */
const moreRows = 50;

/**
 * The first visible sheet of an XLSX file, or a CSV or tab-separated text in any encoding `decodeText` knows, as the texts it
 * shows: percentages with their sign, sums as formatted, days as YYYY-MM-DD. Empty rows and cells are left out, whatever
 * formatting they have; `faults` names cells that hold an error, a formula nobody worked out, or show another figure than they hold.
 * @throws Refusal `sheet.unreadable`, `sheet.old-format`, `sheet.password` (415), `sheet.too-big`, `sheet.too-wide`, `sheet.too-long` (413)
 */
export async function readSheet(bytes: Uint8Array, maxRows = usualRows): Promise<SheetTable> {
  const table = isZip(bytes) ? fromCells(await openWorkbook(bytes)) : fromText(bytes);
  if (table.rows.length > maxRows + moreRows) throw new Refusal("sheet.too-long", 413, { rows: maxRows });
  return table;
}

/** Whether bytes are an archive, as XLSX files are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** XLS and ET are compound files; some programs write HTML under these names. */
function isOldFormat(bytes: Uint8Array): boolean {
  return (
    isCompoundFile(bytes) ||
    /^(?:ï»¿)?\s*(<!doctype|<html|<table|<\?xml)/i.test(new TextDecoder("latin1").decode(bytes.slice(0, 200)))
  );
}

function fromText(bytes: Uint8Array): SheetTable {
  if (isEncryptedOffice(bytes)) throw new Refusal("sheet.password", 415);
  if (isOldFormat(bytes)) throw new Refusal("sheet.old-format", 415);
  const rows = textRows(bytes).flatMap((cells, index): SheetRow[] => {
    const texts = cells.map((cell) => bareText(cleanText(cell)));
    return texts.some((text) => text.trim() !== "") ? [{ number: index + 1, cells: texts }] : [];
  });
  return { rows, faults: [] };
}

function textRows(bytes: Uint8Array): string[][] {
  try {
    return csvRows(decodeText(bytes));
  } catch {
    throw new Refusal("sheet.unreadable", 415);
  }
}

/** Excel's ="00123" and '00123 both mean the text behind. */
function bareText(cell: string): string {
  return cell.replace(/^="([^"]*)"$/, "$1").replace(/^'(?=[\dA-Za-z])/, "");
}

function fromCells(cells: readonly RawCell[]): SheetTable {
  const rows = new Map<number, string[]>();
  const faults: SheetFault[] = [];
  for (const [row, column, value, format] of cells) {
    const shown = shownCell(value, format);
    if (shown.fault) faults.push({ row: row + 1, column, reason: shown.fault, shown: shown.text });
    if (shown.text.trim() === "") continue;
    const texts = rows.get(row) ?? [];
    while (texts.length < column) texts.push("");
    texts[column] = shown.text;
    rows.set(row, texts);
  }
  return { rows: [...rows].map(([row, texts]) => ({ number: row + 1, cells: texts })), faults };
}

function shownCell(value: RawCell[2], format: string | null): { text: string; fault?: SheetFault["reason"] } {
  if (value === null) return { text: "", fault: "cellUnknown" };
  if (value instanceof Date)
    return isOnCalendar(value) ? { text: shownTime(value) } : { text: "#####", fault: "cellFormat" };
  if (typeof value === "number") return shownNumber(value, format);
  return { text: typeof value === "boolean" ? String(value).toUpperCase() : bareText(cleanText(value)) };
}

/** From serial 0 to the end of the year 9999; what lies beyond a spreadsheet shows as #####. */
function isOnCalendar(value: Date): boolean {
  return value.getTime() >= Date.UTC(1899, 11, 31) && value.getTime() < Date.UTC(10_000, 0, 1);
}

/** The day, with the time where there is one; a time alone has no day. */
function shownTime(value: Date): string {
  const [day = "", time = ""] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split("T");
  const clock = time.slice(0, 8);
  if (value.getUTCFullYear() < 1900) return clock;
  return clock === "00:00:00" ? day : `${day} ${clock}`;
}
