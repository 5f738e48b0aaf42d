import { recordAudit } from "~/features/treasury/audited.server";
import { actorId } from "~/access/actor";
import { rowName } from "~/features/policies/domain/item-name";
import { sayYuan, type Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { isPosted, lockPayments, findRecovery } from "~/features/funds/use-cases/payment-rows.server";
import { addReceipt, findReceipt } from "../adapters/receipt.repository.server";
import { splitReceipt } from "../domain/split-receipt";
import { collectRecovery } from "./collect-recovery.server";
import { readOwed } from "~/features/funds/use-cases/recover-payment.server";

/** `booking` tells bookings of the bank apart; `lineId` is the line that waited for the decision, where one did. */
export type Incoming = { recoveryId: string; fen: Fen; booking: string; lineId?: string };

/**
 * Books exactly what came in for a recovery: as much as is demanded settles it, the rest stays demanded; what is over the
 * demand is held for the firm, outside its budget, until two persons have given it back. The same booking counts once.
 * @returns `excess` where something is owed back
 * @throws Refusal `request.not-found` (404), RangeError unless something came
 */
export async function takeIn(
  deps: Deps,
  { recoveryId, fen, booking, lineId }: Incoming,
): Promise<"collected" | "excess"> {
  const recovery = await findRecovery(deps.tx, recoveryId);
  if (!recovery) throw new Refusal("request.not-found", 404);
  const [payment] = await lockPayments(deps.tx, [recovery.paymentId]);
  if (!payment) throw new Refusal("request.not-found", 404);
  const bookingKey = `${recoveryId}:${booking}`;
  const known = await findReceipt(deps.tx, bookingKey);
  if (known) return known.excessFen > 0n ? "excess" : "collected";
  if (await isPosted(deps.tx, `collect:${bookingKey}`)) return "collected";
  const demanded = (await readOwed(deps, recovery.enterpriseId)).find(({ id }) => id === recoveryId)?.openFen ?? 0n;
  const { collectedFen, excessFen } = splitReceipt(fen, demanded);
  if (collectedFen > 0n) await collectRecovery(deps, { recoveryId, fen: collectedFen, idempotencyKey: booking });
  const { paymentId, applicationId, enterpriseId } = recovery;
  const receiptId = await addReceipt(deps.tx, {
    recoveryId,
    paymentId,
    applicationId,
    enterpriseId,
    regionCode: payment.regionCode,
    fen,
    collectedFen,
    excessFen,
    bookingKey,
    lineId: lineId ?? null,
    receivedById: actorId(deps.actor),
    receivedAt: deps.clock.now(),
  });
  if (excessFen === 0n) return "collected";
  await recordAudit(deps, {
    action: "recovery.excess-held",
    subject: { type: "recovery", id: recoveryId },
    enterpriseId,
    after: { receiptId, fen: fen.toString(), excessFen: excessFen.toString() },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId },
      kind: "excessHeld",
      params: { item: rowName(payment.application.item), sum: sayYuan(excessFen, "zh") },
      href: `/firm/applications/${applicationId}`,
      dedupKey: `excess:${receiptId}`,
    },
  });
  return "excess";
}
