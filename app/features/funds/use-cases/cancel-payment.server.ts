import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { lockPayments, movePaymentRow } from "../adapters/payment.repository.server";
import { dropDeductions } from "../adapters/recovery.repository.server";
import { moveBudget } from "./move-budget.server";

/**
 * Takes a payment that waits off the list; its money is free again.
 * @returns false, and nothing happens, where it doesn't wait: it is in a batch, or was answered
 * @throws Refusal `request.not-found` (404)
 */
export async function cancelPayment(
  deps: Deps,
  { paymentId, reason }: { paymentId: string; reason: string },
): Promise<boolean> {
  const [payment] = await lockPayments(deps.tx, [paymentId]);
  if (!payment) throw new Refusal("request.not-found", 404);
  const cancelled = { status: "cancelled", cancelledAt: deps.clock.now() };
  if (!(await movePaymentRow(deps.tx, paymentId, "pending", cancelled))) return false;
  await dropDeductions(deps.tx, paymentId);
  await moveBudget(deps, {
    applicationId: payment.applicationId,
    movement: "cancel",
    fen: payment.amountFen,
    paymentId,
    reason,
    idempotencyKey: `cancel:${paymentId}`,
  });
  return true;
}
