import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { changeBatch, lockBatch, movePaymentRow, type BatchRow } from "../adapters/batch.repository.server";
import { post } from "../adapters/envelope.repository.server";
import { insertPayment } from "../adapters/payment.repository.server";
import { moveBatch, movePayment, type PaymentStatus } from "../domain/payment-batch";
import { treasuryRegion } from "./create-batch.server";

type FinanceDeps = Deps & { actor: UserActor };
type Payment = BatchRow["payments"][number];
type Settle = (deps: FinanceDeps, payment: Payment) => Promise<void>;

/**
 * Notes that the bank paid these payments of a released batch; the ledger and the cases follow.
 * @throws Refusal `funds.batch-state` (409)
 */
export function markPaid(deps: FinanceDeps, batchId: string, paymentIds: readonly string[]): Promise<void> {
  return settle(deps, batchId, paymentIds, pay);
}

/** Notes that the bank sent money back, with its reason; the payment waits anew. @throws Refusal `funds.batch-state` (409) */
export function markReturned(deps: FinanceDeps, batchId: string, paymentIds: readonly string[], reason: string): Promise<void> {
  return settle(deps, batchId, paymentIds, (inner, payment) => giveBack(inner, payment, reason));
}

async function settle(deps: FinanceDeps, batchId: string, paymentIds: readonly string[], step: Settle): Promise<void> {
  const batch = await lockBatch(deps.tx, batchId, treasuryRegion(deps.actor));
  if (!batch) throw new Refusal("request.not-found", 404);
  if (batch.status !== "exported") throw new Refusal("funds.batch-state");
  const chosen = batch.payments.filter((payment) => paymentIds.includes(payment.id));
  if (chosen.length === 0) throw new Refusal("funds.batch-empty", 422);
  for (const payment of chosen) await step(deps, payment);
  await settleBatch(deps, batchId);
}

async function pay(deps: FinanceDeps, payment: Payment): Promise<void> {
  const now = deps.clock.now();
  await move(deps, payment, "PAY", { status: "paid", paidAt: now });
  await post(deps.tx, {
    envelopeId: payment.envelopeId, movement: "disburse", fen: payment.amountFen, applicationId: payment.applicationId, paymentId: payment.id, actorId: deps.actor.userId, at: now, idempotencyKey: `disburse:${payment.id}`,
  });
  await advanceCase(deps, { where: { id: payment.applicationId }, event: { type: "PAYMENT_PAID" }, idempotencyKey: `paid:${payment.id}`, set: { paidAt: now, closedAt: now } });
  await recordAudit(deps, { action: "payment.paid", subject: { type: "payment", id: payment.id }, after: { amountFen: payment.amountFen.toString() } });
}

async function giveBack(deps: FinanceDeps, payment: Payment, reason: string): Promise<void> {
  const now = deps.clock.now();
  await move(deps, payment, "RETURN", { status: "returned", returnedAt: now, returnedReason: reason });
  const { applicationId, envelopeId, bankAccountId, amountFen } = payment;
  await insertPayment(deps.tx, { applicationId, envelopeId, bankAccountId, amountFen, regionCode: treasuryRegion(deps.actor), status: "pending", createdAt: now });
  await advanceCase(deps, { where: { id: applicationId }, event: { type: "PAYMENT_RETURNED" }, payload: { reason }, idempotencyKey: `returned:${payment.id}` });
  await recordAudit(deps, { action: "payment.returned", subject: { type: "payment", id: payment.id }, after: { reason } });
}

async function move(deps: FinanceDeps, payment: Payment, command: "PAY" | "RETURN", data: Parameters<typeof movePaymentRow>[3]): Promise<void> {
  if (movePayment(payment.status as PaymentStatus, command) === null) throw new Refusal("funds.batch-state");
  if (!(await movePaymentRow(deps.tx, payment.id, payment.status, data))) throw new Refusal("funds.batch-state");
}

/** A batch is settled when the bank has answered for every payment. */
async function settleBatch(deps: FinanceDeps, batchId: string): Promise<void> {
  const batch = await lockBatch(deps.tx, batchId, treasuryRegion(deps.actor));
  if (!batch) return;
  const done = moveBatch({ ...batch, status: batch.status as never, payments: batch.payments as never }, { type: "SETTLE" });
  if (done.ok) await changeBatch(deps.tx, batchId, { status: done.status, settledAt: deps.clock.now() });
}
