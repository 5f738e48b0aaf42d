import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { documentsOf, type Move } from "../domain/document-kinds";

/** Orders the documents a move of a case calls for, in the transaction of the move. `version` is the case's before it. */
export async function orderDocuments(
  deps: Pick<Deps, "tx" | "clock">,
  { applicationId, version, ...move }: Move & { applicationId: string; version: number },
): Promise<void> {
  for (const kind of documentsOf(move)) {
    await enqueue(deps, {
      topic: "document",
      payload: {
        applicationId,
        kind,
        orderKey: `${applicationId}:${kind}:${version}`,
        at: deps.clock.now().toISOString(),
      },
    });
  }
}
