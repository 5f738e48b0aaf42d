import type { Deps } from "~/platform/context.server";
import { isTaken, lockCases, lockRows, type CaseRow } from "../adapters/case.repository.server";

/**
 * Locks a case before anything is written beside it: a row that refers to the case takes a weaker lock on it first, and
 * two of these waiting to become strong ones would be a deadlock.
 * @returns whether a step with this key has been taken already
 */
export async function holdCase(deps: Pick<Deps, "tx">, id: string, idempotencyKey: string): Promise<boolean> {
  await lockRows(deps.tx, [id]);
  return isTaken(deps.tx, id, idempotencyKey);
}

/** Many locked cases by id, each for the key of the step it is to take. */
export async function holdForSteps(
  deps: Pick<Deps, "tx">,
  asked: readonly { id: string; idempotencyKey: string }[],
): Promise<ReadonlyMap<string, CaseRow>> {
  return new Map((await lockCases(deps.tx, asked)).map((row) => [row.id, row]));
}
