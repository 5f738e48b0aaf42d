import type { Deps } from "~/platform/context.server";
import { noteDrawn, lockWithAll } from "~/features/funds/use-cases/payment-rows.server";
import type { LockedPayment } from "~/features/funds/domain/payment";

/**
 * Locks everything that paying or returning payments touches: batches, cases, payments, envelopes, each kind in the order
 * of its ids. Whoever needs some of the same waits at the first of them, and nobody waits for each other.
 */
export async function holdPayments({ tx }: Pick<Deps, "tx">, ids: readonly string[]): Promise<LockedPayment[]> {
  const payments = await lockWithAll(tx, ids);
  noteDrawn(
    tx,
    [...payments, ...payments.flatMap(({ deductions }) => deductions)].map(({ applicationId }) => applicationId),
  );
  return payments;
}
