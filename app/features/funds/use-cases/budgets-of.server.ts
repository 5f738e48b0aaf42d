import type { Deps } from "~/platform/context.server";
import { budgetsOf as findBudgets } from "../adapters/envelope.repository.server";

/** Documents and years that envelopes belong to; pools belong to none. */
export function budgetsOf(
  { tx }: Pick<Deps, "tx">,
  envelopeIds: readonly string[],
): Promise<{ documentId: string; year: number }[]> {
  return findBudgets(tx, envelopeIds);
}
