import { recordAudit } from "~/features/treasury/audited.server";
import { haltStopped, readStop } from "~/features/redemption/use-cases/halt-instalments.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { changeBatch, type BatchCore } from "../adapters/batch.repository.server";
import { movesCase, netOf, type LockedPayment } from "~/features/funds/domain/payment";
import { movePaymentRow } from "~/features/funds/use-cases/payment-rows.server";
import { movePool } from "~/features/funds/use-cases/move-pool.server";
import type { FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";
import { isAtHand } from "../domain/payment-batch";
import { isPooled } from "./answer-payment.server";
import { holdBatch } from "./hold-batch.server";
import { settleBatch } from "./settle-payment.server";

type Waiting = Pick<LockedPayment, "status" | "applicationId" | "instalmentId">;

/** Those of a batch that pay later parts of sums of which no further part is paid. */
export async function stoppedOf<P extends Waiting>(deps: Pick<Deps, "tx">, payments: readonly P[]): Promise<P[]> {
  const stopped: P[] = [];
  for (const payment of payments.filter((each) => each.status === "batched" && !movesCase(each)))
    if (await readStop(deps, payment.applicationId)) stopped.push(payment);
  return stopped;
}

/** @throws Refusal `funds.asked-back` (409) where a batch holds a part that is no longer paid */
export async function requireNoneStopped(deps: Pick<Deps, "tx">, payments: readonly LockedPayment[]): Promise<void> {
  const [first] = await stoppedOf(deps, payments);
  if (first) throw new Refusal("funds.asked-back", 409, { number: first.application.number ?? "" });
}

/**
 * Takes the parts that are no longer paid out of a batch whose file nobody has for the bank yet; the others go on. What is left of it
 * empty is cancelled.
 * @throws Refusal `request.not-found` (404), `funds.batch-state` (409) once its file was handed out, or where it holds no such part
 */
export async function withdrawStopped(deps: FinanceDeps, id: string): Promise<void> {
  const { batch, payments } = await holdBatch(deps, id);
  const stopped = isAtHand(batch) ? await stoppedOf(deps, payments) : [];
  if (stopped.length === 0) throw new Refusal("funds.batch-state");
  for (const payment of stopped) await takeOut(deps, batch, payment);
  const fen = stopped.reduce((sum, each) => sum + netOf(each), 0n);
  const left = payments.length - stopped.length;
  await changeBatch(deps.tx, id, {
    totalFen: batch.totalFen - fen,
    paymentCount: left,
    ...(left === 0 ? { status: "cancelled", cancelledAt: deps.clock.now() } : {}),
  });
  await recordAudit(deps, {
    action: "payment-batch.withdrawn",
    subject: { type: "paymentBatch", id },
    after: { count: stopped.length, fen: fen.toString() },
  });
  if (left > 0) await settleBatch(deps, id);
}

async function takeOut(deps: FinanceDeps, batch: BatchCore, payment: LockedPayment): Promise<void> {
  const { id, applicationId, regionCode } = payment;
  if (!(await movePaymentRow(deps.tx, id, "batched", { status: "pending", batchId: null })))
    throw new Refusal("funds.batch-state");
  if (batch.status === "exported" && isPooled(payment))
    await movePool(deps, {
      regionCode,
      movement: "free",
      fen: netOf(payment),
      paymentId: id,
      idempotencyKey: `free:${batch.id}:${id}`,
    });
  await haltStopped(deps, applicationId);
}
