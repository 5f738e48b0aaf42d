import type { Deps } from "~/platform/context.server";
import { enqueueAll } from "~/platform/outbox.server";
import { documentsOf, type Move } from "../domain/case-documents";
import type { MoveFacts } from "../domain/move-facts";

/**
 * Orders the documents a move of a case calls for, in the transaction of the move. `version` is the case's before it;
 * `facts` tells what is true of the case now, and is asked only where a document is called for.
 */
export async function orderDocuments(
  deps: Pick<Deps, "tx" | "clock">,
  { applicationId, version, ...move }: Move & { applicationId: string; version: number },
  facts: () => Promise<MoveFacts>,
): Promise<void> {
  const kinds = documentsOf(move);
  if (kinds.length === 0) return;
  const at = deps.clock.now().toISOString();
  const known = await facts();
  await enqueueAll(
    deps,
    kinds.map((kind) => ({
      topic: "document",
      payload: { applicationId, kind, orderKey: `${applicationId}:${kind}:${version}`, at, facts: known },
    })),
  );
}
