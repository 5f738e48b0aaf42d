import { mayHappen } from "~/features/redemption/use-cases/may-happen.server";
import type { Deps } from "~/platform/context.server";
import { netOf, type LockedPayment } from "../adapters/payment.repository.server";
import { sendBack, type ReturnReason } from "./answer-payment.server";
import { collectRecovery } from "./collect-recovery.server";
import { readOwed } from "./recover-payment.server";

/**
 * Money of a payment came back. It is returned, unless it is being asked back: then it settles what the firm owes by that
 * decision; while the decision is open nothing moves (`recoveryOpen`).
 * @throws Refusal as `sendBack`
 */
export async function takeBack(deps: Deps, payment: LockedPayment, reason: ReturnReason): Promise<"returned" | "collected" | "recoveryOpen"> {
  const isFree = payment.status !== "paid" || (await mayHappen(deps, payment.applicationId, { type: "PAYMENT_RETURNED" }));
  if (isFree) {
    await sendBack(deps, payment, reason);
    return "returned";
  }
  const fen = netOf(payment);
  const owed = (await readOwed(deps, payment.application.enterpriseId)).find(({ paymentId, openFen }) => paymentId === payment.id && openFen >= fen);
  if (!owed) return "recoveryOpen";
  await collectRecovery(deps, { recoveryId: owed.id, fen, idempotencyKey: `returned:${payment.id}` });
  return "collected";
}
