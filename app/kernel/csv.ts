const formulaStart = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/** A cell that no spreadsheet takes for a formula: text beginning with = + - @ gets an apostrophe, numbers stay. */
export function harmlessCell(value: string | number | bigint | null): string {
  const text = value === null ? "" : String(value);
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** CSV by RFC 4180 with a byte order mark, so that Excel reads Chinese. */
export function csvText(rows: readonly (readonly (string | number | bigint | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(harmlessCell(cell))).join(",")).join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Cells of a CSV text by RFC 4180; a byte order mark, the apostrophe of `harmlessCell` and the guard of ="00123" are taken away.
 * @throws RangeError for a quote that is never closed
 */
export function csvRows(text: string, mark: "," | "\t" = ","): string[][] {
  const rows: string[][] = [];
  const cell = new RegExp(`(?:=?"((?:[^"]|"")*)"|([^"${mark}\\r\\n]*))(${mark}|\\r\\n|\\n|$)`, "gy");
  const source = text.replace(/^\uFEFF/, "").replace(/\r?\n$/, "");
  let row: string[] = [];
  for (let at = 0; at <= source.length;) {
    cell.lastIndex = at;
    const found = cell.exec(source);
    if (!found) throw new RangeError(`CSV can't be read at character ${at}`);
    const [all, quotedText, plain = "", end] = found;
    row.push((quotedText?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@\t\r])/, ""));
    if (end !== mark) {
      rows.push(row);
      row = [];
    }
    if (end === "") break;
    at += all.length;
  }
  return rows;
}
