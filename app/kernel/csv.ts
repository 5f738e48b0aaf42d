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
