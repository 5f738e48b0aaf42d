import type { Tx } from "~/platform/db.server";
import { unfinishedBy } from "../adapters/draft.repository.server";

/** Items whose unfinished draft a person changed last; any author goes on with them. */
export async function draftsOf(tx: Tx, userId: string): Promise<string[]> {
  return (await unfinishedBy(tx, userId)).map(({ itemId }) => itemId);
}
