import type { Deps } from "~/platform/context.server";
import { lockPayments } from "../adapters/payment.repository.server";
import { deductFromPayment } from "./deduct-from-payment.server";
import { readOwed } from "./recover-payment.server";

/** Lets a new payment settle what its firm still owes, the oldest recovery first, as far as the payment goes. */
export async function deductOwed(deps: Deps, { enterpriseId, paymentId }: { enterpriseId: string; paymentId: string }): Promise<void> {
  let left = await paymentLeft(deps, paymentId);
  for (const { id, openFen } of await readOwed(deps, enterpriseId)) {
    if (left <= 0n) return;
    if (openFen > 0n) left -= await deductFromPayment(deps, { recoveryId: id, paymentId, fen: openFen < left ? openFen : left });
  }
}

async function paymentLeft({ tx }: Pick<Deps, "tx">, paymentId: string): Promise<bigint> {
  const [payment] = await lockPayments(tx, [paymentId]);
  return payment ? payment.amountFen - payment.deductedFen : 0n;
}
