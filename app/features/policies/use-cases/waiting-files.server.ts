import type { Tx } from "~/platform/db.server";
import { itemIdsOf, waitingItems } from "../adapters/policy.repository.server";

/** Items whose rules/ file says something else than the version two persons signed; somebody has to settle it. */
export function waitingFiles(tx: Tx): Promise<{ id: string; title: string }[]> {
  return waitingItems(tx);
}

/** The next free id of a document: `<document>-NNN`. */
export async function nextItemId(tx: Tx, documentId: string): Promise<string> {
  const taken = new Set(await itemIdsOf(tx, documentId));
  for (let number = taken.size + 1; ; number += 1) {
    const id = `${documentId}-${String(number).padStart(3, "0")}`;
    if (!taken.has(id)) return id;
  }
}
