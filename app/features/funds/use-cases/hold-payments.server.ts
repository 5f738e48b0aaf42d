import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import type { Deps } from "~/platform/context.server";
import { lockBatches } from "../adapters/batch.repository.server";
import { envelopesOf, lockEnvelopes } from "../adapters/ledger.repository.server";
import { lockPayments, peekPayments, type LockedPayment } from "../adapters/payment.repository.server";
import { findPools } from "../adapters/pool.repository.server";
import { deductionsOf } from "../adapters/recovery.repository.server";

/**
 * Locks everything that paying or returning payments touches: batches, cases, payments, envelopes, each kind in the order
 * of its ids. Whoever needs some of the same waits at the first of them, and nobody waits for each other.
 */
export async function holdPayments(deps: Pick<Deps, "tx">, ids: readonly string[]): Promise<LockedPayment[]> {
  const seen = await peekPayments(deps.tx, ids);
  await lockBatches(deps.tx, seen.flatMap(({ batchId }) => batchId ?? []));
  for (const applicationId of [...new Set(seen.map((each) => each.applicationId))].sort()) await holdCase(deps, applicationId, "");
  const payments = await lockPayments(deps.tx, seen.map(({ id }) => id));
  const owing = await deductionsOf(deps.tx, payments.map(({ id }) => id));
  const budgets = await envelopesOf(deps.tx, [...payments, ...owing].map(({ applicationId }) => applicationId));
  const pools = await findPools(deps.tx, payments.filter(({ batch }) => batch?.source === "pool").map(({ regionCode }) => regionCode));
  await lockEnvelopes(deps.tx, [...budgets, ...pools.map(({ id }) => id)]);
  return payments;
}
