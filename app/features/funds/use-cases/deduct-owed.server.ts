import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { deductFromPayment } from "./deduct-from-payment.server";
import type { readOwed } from "./recover-payment.server";

/**
 * Lets a new payment of `fen` settle what its firm still owes (as `holdOwed` gave it), the oldest recovery first, as
 * far as the payment goes.
 */
export async function deductOwed(
  deps: Deps,
  owed: Awaited<ReturnType<typeof readOwed>>,
  { paymentId, fen }: { paymentId: string; fen: Fen },
): Promise<void> {
  let left = fen;
  for (const { id, openFen } of owed) {
    if (left <= 0n) return;
    if (openFen > 0n)
      left -= await deductFromPayment(deps, { recoveryId: id, paymentId, fen: openFen < left ? openFen : left });
  }
}
