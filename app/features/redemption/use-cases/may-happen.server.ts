import type { Deps } from "~/platform/context.server";
import { isTaken, lockCase } from "../adapters/case.repository.server";
import { readCase, type StoredSnapshot } from "../domain/decide";
import type { CaseEvent } from "../domain/events";

/** Whether a case, which is locked for it, would hear an event where it stands. */
export async function mayHappen({ tx }: Pick<Deps, "tx">, id: string, event: CaseEvent): Promise<boolean> {
  const row = await lockCase(tx, { id }, "");
  return row !== null && readCase(row.config, row.snapshot as StoredSnapshot | null).can(event);
}

/** Whether a case has taken the step with a key. */
export function hasHappened({ tx }: Pick<Deps, "tx">, id: string, idempotencyKey: string): Promise<boolean> {
  return isTaken(tx, id, idempotencyKey);
}
