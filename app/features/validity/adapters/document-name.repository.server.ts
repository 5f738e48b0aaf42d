import type { Tx } from "~/platform/db.server";

/** What documents are called. */
export function namesOfDocuments(tx: Tx, ids: readonly string[]) {
  return tx.policyDocument.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, number: true },
  });
}
