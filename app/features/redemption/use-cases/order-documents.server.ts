import type { Deps } from "~/platform/context.server";
import { enqueueAll } from "~/platform/outbox.server";
import type { CaseKind } from "../domain/case-documents";
import type { MoveFacts } from "../domain/move-facts";

/**
 * Orders the documents that a step of a case calls for, in its transaction. The row is the one before the step; `facts` tells
 * what is true of the case now, and is asked only where a document is called for.
 */
export async function orderDocuments(
  deps: Pick<Deps, "tx" | "clock">,
  { id, version }: { id: string; version: number },
  kinds: readonly CaseKind[],
  facts: () => Promise<MoveFacts>,
): Promise<void> {
  if (kinds.length === 0) return;
  const at = deps.clock.now().toISOString();
  const known = await facts();
  await enqueueAll(
    deps,
    kinds.map((kind) => ({
      topic: "document",
      payload: { applicationId: id, kind, orderKey: `${id}:${kind}:${version}`, at, facts: known },
    })),
  );
}
