import { askAboutRecovery } from "~/features/redemption/use-cases/notify-lead-office.server";
import { mayHappen } from "~/features/redemption/use-cases/may-happen.server";
import type { Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { netOf, type LockedPayment } from "~/features/funds/domain/payment";
import { recoveryOfPayment } from "../adapters/receipt.repository.server";
import type { Outcome } from "../domain/bank/bank-answer";
import { sendBack, type ReturnReason } from "./answer-payment.server";
import { takeIn } from "./take-in.server";

/**
 * Money of a payment that came back. `fen` left out: all that was transferred; `booking` tells parts of the same sum
 * apart; `lineId` is the line that waited.
 */
export type ComingBack = { reason: ReturnReason; fen?: Fen; booking?: string; lineId?: string };

/**
 * Money of a payment came back. It is returned, unless it is being asked back: then it settles what the firm owes by that
 * decision, and what is over the demand is owed back to the firm; while the decision is open nothing moves
 * (`recoveryOpen`), nor does a part that nobody asked back (`amountDiffers`). In both cases the lead department is told.
 * @throws Refusal as `sendBack`
 */
export async function takeBack(
  deps: Deps,
  payment: LockedPayment,
  { reason, fen = netOf(payment), booking, lineId }: ComingBack,
): Promise<Extract<Outcome, "returned" | "collected" | "excess" | "recoveryOpen" | "amountDiffers">> {
  const isWhole = fen === netOf(payment);
  const isFree =
    payment.status !== "paid" || (await mayHappen(deps, payment.applicationId, { type: "PAYMENT_RETURNED" }));
  if (isFree && isWhole) {
    await sendBack(deps, payment, reason);
    return "returned";
  }
  const recovery = isFree ? null : await recoveryOfPayment(deps.tx, payment.id);
  if (recovery)
    return takeIn(deps, {
      recoveryId: recovery.id,
      fen,
      booking: isWhole ? `returned:${payment.id}` : `returned:${payment.id}:${booking ?? fen}`,
      lineId,
    });
  await askAboutRecovery(deps, { applicationId: payment.applicationId, fen, key: `${payment.id}:${fen}` });
  return isFree ? "amountDiffers" : "recoveryOpen";
}
