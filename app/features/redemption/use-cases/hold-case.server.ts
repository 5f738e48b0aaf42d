import type { Deps } from "~/platform/context.server";
import { findTransition, lockRow } from "../adapters/case.repository.server";

/**
 * Locks a case before anything is written beside it: a row that refers to the case takes a weaker lock on it first, and
 * two of these waiting to become strong ones would be a deadlock.
 * @returns whether a step with this key has been taken already
 */
export async function holdCase(deps: Pick<Deps, "tx">, id: string, idempotencyKey: string): Promise<boolean> {
  await lockRow(deps.tx, id);
  return (await findTransition(deps.tx, id, idempotencyKey)) !== null;
}
