import type { Tx } from "~/platform/db.server";
import { draftBatches } from "../adapters/batch.repository.server";

/** Numbers of the batches a person made that wait for another one to release or cancel them. */
export async function draftBatchesOf(tx: Tx, userId: string): Promise<string[]> {
  return (await draftBatches(tx, userId)).map(({ number }) => number);
}
