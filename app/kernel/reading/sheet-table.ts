import { plainTyping } from "./typed-text";

/** A row as the spreadsheet numbers it (from 1) and the texts it shows, from column A. */
export type SheetRow = { number: number; cells: readonly string[] };

/**
 * A cell that can't be taken: it holds an error, a formula without a result, or its format shows another figure than it
 * holds. Columns count from 0.
 */
export type SheetFault = {
  row: number;
  column: number;
  reason: "cellError" | "cellFormat" | "cellUnknown";
  shown: string;
};

export type SheetTable = { rows: readonly SheetRow[]; faults: readonly SheetFault[] };

const errorText = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!)$/i;

/** Whether a cell shows an error of the spreadsheet instead of a value. */
export function isErrorCell(text: string): boolean {
  return errorText.test(text.trim());
}

/** A heading as it is compared: without blanks, line breaks, marks and words for what must be filled in; 营业收入* is 营业收入. */
export function tidyHeading(text: string): string {
  return plainTyping(text)
    .replace(/[\s*★※:]/g, "")
    .replace(/[([【](必填|选填|必填项|选填项)[)\]】]/g, "");
}

/** Rows above the headings that may hold a title, who filled it in, and the like. */
const mostTitles = 20;

/**
 * The row of headings and the rows below it: the first of the first rows in which at least two cells are headings that are
 * known, else the first row.
 */
export function splitAtHeadings(
  rows: readonly SheetRow[],
  isKnown: (heading: string) => boolean,
): { heading: SheetRow; body: readonly SheetRow[] } {
  const at = rows.slice(0, mostTitles).findIndex(({ cells }) => cells.filter((cell) => isKnown(cell)).length >= 2);
  const start = Math.max(at, 0);
  return { heading: rows[start] ?? { number: 1, cells: [] }, body: rows.slice(start + 1) };
}
