import type { Tx } from "~/platform/db.server";
import { documentNames } from "../adapters/firm.repository.server";

/** Names of the documents the platform holds for a firm. */
export async function documentsOnFile(tx: Tx, enterpriseId: string): Promise<ReadonlySet<string>> {
  return new Set(await documentNames(tx, enterpriseId));
}
