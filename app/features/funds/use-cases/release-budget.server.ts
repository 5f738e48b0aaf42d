import { recordAudit } from "~/features/funds/audited.server";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { lockOpenPayment, movePaymentRow } from "../adapters/payment.repository.server";
import { dropDeductions } from "../adapters/recovery.repository.server";
import { moveBudget } from "./move-budget.server";

/**
 * Gives back what was set aside for an application that will not be paid, and takes its payment off the list.
 * @returns what became available again, in fen
 * @throws Refusal `funds.payment-under-way` (409) while the payment is in a batch
 */
export async function releaseBudget(
  deps: Deps,
  { applicationId, reason, idempotencyKey }: { applicationId: string; reason: string; idempotencyKey?: string },
): Promise<Fen> {
  const payment = await lockOpenPayment(deps.tx, applicationId);
  if (payment) {
    const cancelled = await movePaymentRow(deps.tx, payment.id, "pending", {
      status: "cancelled",
      cancelledAt: deps.clock.now(),
    });
    if (!cancelled) throw new Refusal("funds.payment-under-way");
    await dropDeductions(deps.tx, payment.id);
  }
  const key = idempotencyKey ?? payment?.id ?? applicationId;
  const reserved = await moveBudget(deps, {
    applicationId,
    movement: "release",
    reason,
    idempotencyKey: `release:${key}`,
  });
  const committed = await moveBudget(deps, {
    applicationId,
    movement: "cancel",
    reason,
    idempotencyKey: `cancel:${key}`,
  });
  const fen = reserved + committed;
  if (fen > 0n)
    await recordAudit(deps, {
      action: "budget.released",
      subject: { type: "application", id: applicationId },
      after: { fen: fen.toString(), reason },
    });
  return fen;
}
