import { holdCases } from "~/features/redemption/use-cases/hold-case.server";
import type { Deps } from "~/platform/context.server";
import { lockBatches } from "../adapters/batch.repository.server";
import { envelopesOf, lockEnvelopes } from "../adapters/ledger.repository.server";
import { lockPayments, peekPayments, type LockedPayment } from "../adapters/payment.repository.server";
import { findPools } from "../adapters/pool.repository.server";

/**
 * Locks everything that paying or returning payments touches: batches, cases, payments, envelopes, each kind in the order
 * of its ids. Whoever needs some of the same waits at the first of them, and nobody waits for each other.
 */
export async function holdPayments(deps: Pick<Deps, "tx">, ids: readonly string[]): Promise<LockedPayment[]> {
  const seen = await peekPayments(deps.tx, ids);
  await lockBatches(deps.tx, seen.flatMap(({ batchId }) => batchId ?? []));
  await holdCases(deps, seen.map((each) => each.applicationId));
  const payments = await lockPayments(deps.tx, seen.map(({ id }) => id));
  const budgets = await envelopesOf(deps.tx, [...payments, ...payments.flatMap(({ deductions }) => deductions)].map(({ applicationId }) => applicationId));
  const pooled = payments.filter(({ batch }) => batch?.source === "pool");
  const pools = pooled.length > 0 ? await findPools(deps.tx, pooled.map(({ regionCode }) => regionCode)) : [];
  await lockEnvelopes(deps.tx, [...budgets, ...pools.map(({ id }) => id)]);
  return payments;
}
