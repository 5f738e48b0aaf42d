import type { Tx } from "~/platform/db.server";
import { firmsByCode } from "../adapters/enterprise.repository.server";

/** Registered firms by unified social credit code. */
export async function findFirms(tx: Tx, codes: readonly string[]) {
  const rows = await firmsByCode(tx, codes);
  return new Map(rows.map((row) => [row.creditCode, row]));
}
