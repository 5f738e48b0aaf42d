import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { changeBatch, lockBatch, type BatchRow } from "../adapters/batch.repository.server";
import { envelopesOf, lockEnvelopes } from "../adapters/ledger.repository.server";
import { insertPayment, movePaymentRow } from "../adapters/payment.repository.server";
import { deductionsOf, passOnDeductions } from "../adapters/recovery.repository.server";
import { moveBatch, movePayment, type PaymentStatus } from "../domain/payment-batch";
import { treasuryRegion } from "./create-batch.server";
import { moveBudget } from "./move-budget.server";

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
  await lockAll(deps, chosen);
  for (const payment of chosen) await step(deps, payment);
  await settleBatch(deps, batchId);
}

/** Cases first, then envelopes, each in the order of their ids: whoever needs some of the same waits at the first. */
async function lockAll(deps: FinanceDeps, payments: readonly Payment[]): Promise<void> {
  for (const payment of [...payments].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1))) await holdCase(deps, payment.applicationId, `paid:${payment.id}`);
  const owing = await deductionsOf(deps.tx, payments.map(({ id }) => id));
  await lockEnvelopes(deps.tx, await envelopesOf(deps.tx, [...payments, ...owing].map(({ applicationId }) => applicationId)));
}

async function pay(deps: FinanceDeps, payment: Payment): Promise<void> {
  const now = deps.clock.now();
  await move(deps, payment, "PAY", { status: "paid", paidAt: now });
  await moveBudget(deps, { applicationId: payment.applicationId, movement: "disburse", fen: payment.amountFen, paymentId: payment.id, idempotencyKey: `disburse:${payment.id}` });
  for (const { recoveryId, applicationId, fen } of await deductionsOf(deps.tx, [payment.id])) {
    await moveBudget(deps, { applicationId, movement: "collect", fen, recoveryId, paymentId: payment.id, idempotencyKey: `collect:${recoveryId}:${payment.id}` });
  }
  await advanceCase(deps, { where: { id: payment.applicationId }, event: { type: "PAYMENT_PAID" }, idempotencyKey: `paid:${payment.id}`, set: { paidAt: now, closedAt: now } });
  await recordAudit(deps, { action: "payment.paid", subject: { type: "payment", id: payment.id }, after: { amountFen: payment.amountFen.toString() } });
}

async function giveBack(deps: FinanceDeps, payment: Payment, reason: string): Promise<void> {
  const now = deps.clock.now();
  await move(deps, payment, "RETURN", { status: "returned", returnedAt: now, returnedReason: reason });
  const { applicationId, envelopeId, bankAccountId, amountFen, deductedFen } = payment;
  const next = await insertPayment(deps.tx, { applicationId, envelopeId, bankAccountId, amountFen, deductedFen, replacesId: payment.id, regionCode: treasuryRegion(deps.actor), status: "pending", createdAt: now });
  await passOnDeductions(deps.tx, payment.id, next);
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
