import { parentPort, workerData } from "node:worker_threads";
import { unzipSync, zipSync } from "fflate";
import { readXlsx } from "hucre";

/**
 * Reads the first visible sheet of a workbook on a thread of its own: limits are held while unpacking, and the parser sees
 * only what was unpacked within them. Answers with filled cells only.
 * @typedef {{ bytes: Uint8Array, limits: { unpackedBytes: number, entries: number, cells: number } }} Order
 */
const { bytes, limits } = /** @type {Order} */ (workerData);

/** fflate writes no more than an entry says it holds, so what the entries say is what they can take. */
function unpack() {
  let total = 0;
  let entries = 0;
  return unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      entries += 1;
      if (total > limits.unpackedBytes || entries > limits.entries) throw new RangeError("too big");
      return true;
    },
  });
}

/** The same parts by the names of the standard: some programs write backslashes for slashes. */
function named(parts) {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replaceAll("\\", "/"), part]));
}

/** Columns beyond ZZ hold formatting, not data; without the bound a styled cell in XFD makes every row 16,384 wide. */
const area = "A1:ZZ1048576";

const beyond = "AAA1:XFD1048576";
const farCell = /<(?:\w+:)?c\b[^>]*\br="[A-Z]{3}\d+"[^>]*[^/]>/;

/** Whether a sheet may hold something beyond the columns that are read. */
function isFar(parts) {
  const decoder = new TextDecoder();
  return Object.entries(parts).some(
    ([name, part]) => name.startsWith("xl/worksheets/") && farCell.test(decoder.decode(part)),
  );
}

async function firstVisible(packed, range) {
  let found = false;
  const workbook = await readXlsx(packed, {
    readStyles: true,
    range,
    sheets: ({ hidden, veryHidden }) => {
      const takes = !found && !hidden && !veryHidden;
      found ||= takes;
      return takes;
    },
  });
  return workbook.sheets[0];
}

function isEmpty(value) {
  return value === null || value === undefined || value === "";
}

/** Formulas without a result are told too, as null. */
function filledCells(sheet) {
  const filled = [];
  sheet.rows.forEach((row, index) => {
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      const cell = sheet.cells?.get(`${index},${column}`);
      if (isEmpty(value) && cell?.formulaResult !== null) continue;
      filled.push([index, column, value ?? null, cell?.style?.numFmt ?? null]);
    }
    if (filled.length > limits.cells) throw new RangeError("too big");
  });
  return filled;
}

async function answer() {
  try {
    const parts = named(unpack());
    const stored = zipSync(parts, { level: 0 });
    const sheet = await firstVisible(stored, area);
    if (isFar(parts) && filledCells(await firstVisible(stored, beyond)).length > 0)
      return { ok: false, reason: "too-wide" };
    return sheet ? { ok: true, cells: filledCells(sheet) } : { ok: false, reason: "unreadable" };
  } catch (error) {
    return { ok: false, reason: error instanceof RangeError ? "too-big" : "unreadable" };
  }
}

parentPort?.postMessage(await answer());
