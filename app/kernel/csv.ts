type Cell = string | number | bigint | null;

const formulaStart = /^[=+\-@\t\r\n]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet takes for a day of this year: part 1/2, number 3-4. */
const looksLikeDay = /^\d{1,2}[-/]\d{1,2}([-/]\d{1,2})?$/;
/** Digits a spreadsheet keeps of a number, and of a whole number shows. */
const keptDigits = 15;
const shownDigits = 11;

/**
 * A cell that no spreadsheet takes for a formula, and none for a number of which it would lose digits: accounts, codes and
 * references of digits alone, leading zeros, what reads as a power of ten, a day (1/2) or a loss ((5)). Such a text
 * gets an apostrophe before it;
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
  if (looksLikeDay.test(text) || /^\(\d[\d,.]*\)$/.test(text)) return true;
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

/** Lines that tell the separator; a title may stand above the headings. */
const mostLines = 20;

/** What separates the cells: what stands in most of the first lines, and most often in one; Excel's "Unicode text" has tabs. */
function separatorOf(source: string): string {
  const lines = source.split(/\r\n|\r|\n/, mostLines);
  const weightOf = (each: string) => {
    const counts = lines.map((line) => line.split(each).length - 1);
    return counts.filter((count) => count > 0).length * source.length + Math.max(...counts);
  };
  const [first, ...others] = separators;
  return others.reduce<string>((most, each) => (weightOf(each) > weightOf(most) ? each : most), first);
}

/**
 * Cells of a CSV text by RFC 4180, and as spreadsheets read it: a quote within a cell that doesn't begin with one is a sign like
 * others. A byte order mark, the mark of the file's end, the apostrophe of `harmlessCell` and the guard of ="00123" are taken away.
 * @throws RangeError for a quote that is never closed
 */
export function csvRows(text: string): string[][] {
  const source = text
    .replace(/^\uFEFF+/, "")
    .replace(/\u001A+$/, "")
    .replace(/\r?\n$/, "");
  const separator = separatorOf(source);
  const rows: string[][] = [];
  const cell = new RegExp(
    `(?:=?"((?:[^"]|"")*)" *|((?:[^"=${separator}\\r\\n]|=(?!"))[^${separator}\\r\\n]*|))(${separator}|\\r\\n|\\r|\\n|$)`,
    "gy",
  );
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
