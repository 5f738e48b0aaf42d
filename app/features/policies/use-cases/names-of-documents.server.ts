import type { Tx } from "~/platform/db.server";
import { namesOf } from "../adapters/document.repository.server";

/** Titles and numbers of documents. */
export function namesOfDocuments(tx: Tx, ids: readonly string[]) {
  return namesOf(tx, ids);
}
