import type { Bilingual } from "~/kernel/bilingual";
import type { Tx } from "~/platform/db.server";
import { titlesOf } from "../adapters/policy.repository.server";
import { rowName } from "../domain/item-name";

/** What items are called, whether or not they are in force. */
export async function namesOfItems(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
  return new Map((await titlesOf(tx, ids)).map((row) => [row.id, rowName(row)]));
}
