import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { insertPayment, lockPayments, movePaymentRow } from "../adapters/payment.repository.server";
import { dropDeductions } from "../adapters/recovery.repository.server";
import { repeated, type LockedPayment } from "../domain/payment";
import { moveBudget } from "./move-budget.server";

/**
 * Takes a payment that waits, or came back and waits to be paid again, off the list; its money is free again.
 * @returns false, and nothing happens, where it doesn't wait: it is in a batch, was paid or replaced
 * @throws Refusal `request.not-found` (404)
 */
export async function cancelPayment(
  deps: Deps,
  { paymentId, reason }: { paymentId: string; reason: string },
): Promise<boolean> {
  const [payment] = await lockPayments(deps.tx, [paymentId]);
  if (!payment) throw new Refusal("request.not-found", 404);
  const fen = payment.status === "returned" ? await cancelReturned(deps, payment) : await cancelPending(deps, payment);
  if (fen === null) return false;
  const { applicationId } = payment;
  await moveBudget(deps, {
    applicationId,
    movement: "cancel",
    fen,
    paymentId,
    reason,
    idempotencyKey: `cancel:${paymentId}`,
  });
  return true;
}

async function cancelPending(deps: Deps, { id, amountFen }: LockedPayment): Promise<Fen | null> {
  const cancelled = { status: "cancelled", cancelledAt: deps.clock.now() };
  if (!(await movePaymentRow(deps.tx, id, "pending", cancelled))) return null;
  await dropDeductions(deps.tx, id);
  return amountFen;
}

/** What came back stays as it was; what would take its place is cancelled from the start. */
async function cancelReturned(deps: Deps, payment: LockedPayment): Promise<Fen | null> {
  if (payment.replacedBy) return null;
  const again = repeated(payment);
  const at = deps.clock.now();
  const { bankAccountId } = payment;
  await insertPayment(deps.tx, {
    ...again,
    id: deps.random.uuid(),
    bankAccountId,
    status: "cancelled",
    createdAt: at,
    cancelledAt: at,
  });
  if (payment.paidAt === null) await dropDeductions(deps.tx, payment.id);
  return again.amountFen;
}
