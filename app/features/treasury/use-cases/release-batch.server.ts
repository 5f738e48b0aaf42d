import { haltStopped } from "~/features/redemption/use-cases/halt-instalments.server";
import { recordAudit } from "~/features/treasury/audited.server";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { Refusal } from "~/kernel/refusal";
import { changeBatch } from "../adapters/batch.repository.server";
import { movesCase, netOf, type LockedPayment } from "~/features/funds/domain/payment";
import { movePaymentRow } from "~/features/funds/use-cases/payment-rows.server";
import { moveBatch, type BatchCommand, type BatchStatus } from "../domain/payment-batch";
import { payOut } from "./answer-payment.server";
import { holdBatch, type HeldBatch } from "./hold-batch.server";
import { holdForBatch, holdPayments } from "./hold-payments.server";
import { movePool } from "~/features/funds/use-cases/move-pool.server";
import { settleBatch } from "./settle-payment.server";
import { requireNoneStopped } from "./withdraw-stopped.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * Releases a batch that somebody else made. A pool sets the whole sum aside; payments that only settle what their firms
 * owe need no transfer and are made at once.
 * @throws Refusal `request.not-found` (404), `funds.two-persons`, `funds.batch-state`, `funds.no-pool`, `funds.pool-short` (409),
 *   `funds.asked-back` (409) with a later part of a sum that is no longer paid
 */
export async function releaseBatch(deps: FinanceDeps, id: string): Promise<void> {
  const { batch, payments, status } = await decide(
    deps,
    id,
    { type: "EXPORT", actorId: deps.actor.userId },
    holdForBatch,
  );
  await requireNoneStopped(deps, payments);
  const settled = await holdSettled(deps, payments);
  if (batch.source === "pool" && batch.totalFen > 0n)
    await movePool(deps, {
      regionCode: batch.regionCode,
      movement: "earmark",
      fen: batch.totalFen,
      idempotencyKey: `earmark:${id}`,
    });
  await changeBatch(deps.tx, id, { status, exportedById: deps.actor.userId, exportedAt: deps.clock.now() });
  await recordAudit(deps, { action: "payment-batch.released", subject: { type: "paymentBatch", id } });
  if (settled.length === 0) return;
  await payOut(deps, settled);
  await settleBatch(deps, id);
}

/** Those of a batch's payments that need no transfer, held with the envelopes they move money in: all of them before any other. */
async function holdSettled(deps: FinanceDeps, payments: readonly LockedPayment[]): Promise<LockedPayment[]> {
  const ids = payments.filter((each) => netOf(each) === 0n).map(({ id }) => id);
  return ids.length === 0 ? [] : holdPayments(deps, ids);
}

/** Gives up a batch that was not released; its payments wait anew. @throws Refusal `request.not-found` (404), `funds.batch-state` (409) */
export async function cancelBatch(deps: FinanceDeps, id: string): Promise<void> {
  const { payments, status } = await decide(deps, id, { type: "CANCEL" }, holdPayments);
  for (const payment of payments) {
    if (!(await movePaymentRow(deps.tx, payment.id, "batched", { status: "pending", batchId: null })))
      throw new Refusal("funds.batch-state");
    if (!movesCase(payment)) {
      await haltStopped(deps, payment.applicationId);
      continue;
    }
    await advanceCase(deps, {
      where: { id: payment.applicationId },
      event: { type: "PAYMENT_UNBATCHED" },
      idempotencyKey: `unbatched:${id}:${payment.id}`,
    });
  }
  await changeBatch(deps.tx, id, { status, cancelledAt: deps.clock.now() });
  await recordAudit(deps, { action: "payment-batch.cancelled", subject: { type: "paymentBatch", id } });
}

async function decide(
  deps: FinanceDeps,
  id: string,
  command: BatchCommand,
  hold: typeof holdPayments,
): Promise<HeldBatch & { status: BatchStatus }> {
  const held = await holdBatch(deps, id, hold);
  const move = moveBatch(held.batch, command);
  if (!move.ok) throw new Refusal(move.code);
  return { ...held, status: move.status };
}
