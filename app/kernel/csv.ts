type Cell = string | number | bigint | null;

const formulaStart = /^[=+\-@\t\r\n]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
/** Digits a spreadsheet keeps of a number, and of a whole number shows. */
const keptDigits = 15;
const shownDigits = 11;

/**
 * A cell that no spreadsheet takes for a formula, and none for a number of which it would lose digits: accounts, codes and
 * references of digits alone, leading zeros, and what reads as a power of ten. Such a text gets an apostrophe before it;
 * other numbers stay, so that they can be added up.
 */
export function harmlessCell(value: Cell): string {
  const text = value === null ? "" : String(value);
  return needsGuard(text) ? `'${text}` : text;
}

/** A text that begins with the guard itself gets another, so that it is read back as it was. */
function needsGuard(text: string): boolean {
  if (text.startsWith("'")) return needsGuard(text.slice(1));
  const plain = text.normalize("NFKC");
  return (
    (formulaStart.test(plain) && !plainNumber.test(plain)) || losesDigits(plain.replace(/[\s\u200B-\u200D\uFEFF]/g, ""))
  );
}

function losesDigits(text: string): boolean {
  if (/^[+-]?\d+(\.\d*)?e[+-]?\d+$/i.test(text) || /^[+-]?0\d/.test(text)) return true;
  const [, whole = "", decimals = ""] = /^[+-]?(\d+)\.?(\d*)$/.exec(text) ?? [];
  return decimals === "" ? whole.length > shownDigits : whole.length + decimals.length > keptDigits;
}

/** CSV by RFC 4180 with a byte order mark, so that Excel and WPS read Chinese. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(harmlessCell(cell))).join(",")).join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const separators = [",", "\t", ";"] as const;

/** What separates the cells: what stands most often in the first line; Excel's "Unicode text" has tabs. */
function separatorOf(source: string): string {
  const [line = ""] = source.split(/\r?\n/, 1);
  const counted = separators.map((each) => [each, line.split(each).length] as const);
  return counted.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/**
 * Cells of a CSV text by RFC 4180; a byte order mark, the apostrophe of `harmlessCell` and the guard of ="00123" are taken away.
 * @throws RangeError for a quote that is never closed
 */
export function csvRows(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, "").replace(/\r?\n$/, "");
  const separator = separatorOf(source);
  const rows: string[][] = [];
  const cell = new RegExp(`(?:=?"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, "gy");
  let row: string[] = [];
  for (let at = 0; at <= source.length;) {
    cell.lastIndex = at;
    const found = cell.exec(source);
    if (!found) throw new RangeError(`CSV can't be read at character ${at}`);
    const [all, quotedText, plain = "", end] = found;
    row.push(unguarded(quotedText?.replaceAll('""', '"') ?? plain));
    if (end !== separator) {
      rows.push(row);
      row = [];
    }
    if (end === "") break;
    at += all.length;
  }
  return rows;
}

function unguarded(text: string): string {
  return text.startsWith("'") && needsGuard(text) ? text.slice(1) : text;
}
