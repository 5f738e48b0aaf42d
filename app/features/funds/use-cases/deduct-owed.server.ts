import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { deductFromPayment } from "./deduct-from-payment.server";
import { readOwed } from "./recover-payment.server";

/** Lets a new payment of `fen` settle what its firm still owes, the oldest recovery first, as far as the payment goes. */
export async function deductOwed(deps: Deps, { enterpriseId, paymentId, fen }: { enterpriseId: string; paymentId: string; fen: Fen }): Promise<void> {
  let left = fen;
  for (const { id, openFen } of await readOwed(deps, enterpriseId)) {
    if (left <= 0n) return;
    if (openFen > 0n) left -= await deductFromPayment(deps, { recoveryId: id, paymentId, fen: openFen < left ? openFen : left });
  }
}
