import type { Deps } from "~/platform/context.server";
import { lockWithAll } from "~/features/funds/use-cases/payment-rows.server";
import type { LockedPayment } from "~/features/funds/domain/payment";

/**
 * Locks everything that paying or returning payments touches: batches, cases, payments, envelopes, each kind in the order
 * of its ids. Whoever needs some of the same waits at the first of them, and nobody waits for each other.
 */
export function holdPayments({ tx }: Pick<Deps, "tx">, ids: readonly string[]): Promise<LockedPayment[]> {
  return lockWithAll(tx, ids, { withMoney: true });
}

/** As `holdPayments` without the envelopes: for steps of payments that move no money, which need not wait for those that do. */
export function holdForBatch({ tx }: Pick<Deps, "tx">, ids: readonly string[]): Promise<LockedPayment[]> {
  return lockWithAll(tx, ids, { withMoney: false });
}
