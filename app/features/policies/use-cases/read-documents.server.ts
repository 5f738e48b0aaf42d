import type { Tx } from "~/platform/db.server";
import { findDocuments, lockDocument, type DocumentRow } from "../adapters/document.repository.server";

export type { DocumentRow } from "../adapters/document.repository.server";

/** The rows of documents: their version, what two officials stated, what rules/ says. */
export function readDocuments(tx: Tx, ids: readonly string[]): Promise<DocumentRow[]> {
  return findDocuments(tx, ids);
}

/** One row, locked until the transaction ends; null for no document. */
export function holdDocument(tx: Tx, id: string): Promise<DocumentRow | null> {
  return lockDocument(tx, id);
}
