import type { Tx } from "~/platform/db.server";
import { firmsByCode } from "../adapters/enterprise.repository.server";
import { readSpreadsheet } from "../adapters/spreadsheet.server";

/** Registered firms by unified social credit code. */
export async function findFirms(tx: Tx, codes: readonly string[]) {
  const rows = await firmsByCode(tx, codes);
  return new Map(rows.map((row) => [row.creditCode, row]));
}

/** The cells of an uploaded CSV or XLSX file. @throws Refusal when it can't be read */
export function readCells(fileName: string, bytes: Uint8Array): Promise<string[][]> {
  return readSpreadsheet(fileName, bytes);
}
