import { holdForSteps } from "~/features/redemption/use-cases/hold-case.server";
import { Refusal } from "~/kernel/refusal";
import { changeBatch, findBatchCore } from "../adapters/batch.repository.server";
import type { LockedPayment } from "../adapters/payment.repository.server";
import { moveBatch } from "../domain/payment-batch";
import { paidKey, payOut, type ReturnReason } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { takeBack } from "./take-back.server";
import { treasuryRegion, type FinanceDeps } from "./treasury-region.server";

type Settle = (deps: FinanceDeps, payments: readonly LockedPayment[]) => Promise<void>;

/**
 * Notes that the bank paid these payments of a released batch, where no file says so; the ledger and the cases follow.
 * @throws Refusal `request.not-found` (404), `funds.batch-empty` (422), `funds.batch-state` (409)
 */
export function markPaid(deps: FinanceDeps, batchId: string, paymentIds: readonly string[]): Promise<void> {
  return settle(deps, batchId, paymentIds, payAll);
}

/** Notes that the bank sent money back, with its reason. @throws Refusal as `markPaid`, `redemption.recovery-open` (409) */
export function markReturned(
  deps: FinanceDeps,
  batchId: string,
  paymentIds: readonly string[],
  reason: ReturnReason,
): Promise<void> {
  return settle(deps, batchId, paymentIds, async (inner, payments) => {
    for (const payment of payments)
      if ((await takeBack(inner, payment, { reason })) === "recoveryOpen")
        throw new Refusal("redemption.recovery-open");
  });
}

async function payAll(deps: FinanceDeps, payments: readonly LockedPayment[]): Promise<void> {
  const cases = await holdForSteps(
    deps,
    payments.map((payment) => ({ id: payment.applicationId, idempotencyKey: paidKey(payment) })),
  );
  await payOut(deps, payments, cases);
}

async function settle(deps: FinanceDeps, batchId: string, paymentIds: readonly string[], step: Settle): Promise<void> {
  const batch = await findBatchCore(deps.tx, batchId, treasuryRegion(deps.actor));
  if (!batch) throw new Refusal("request.not-found", 404);
  const own = new Set(batch.payments.map(({ id }) => id));
  const chosen = await holdPayments(
    deps,
    paymentIds.filter((id) => own.has(id)),
  );
  if (chosen.length === 0) throw new Refusal("funds.batch-empty", 422);
  if (chosen.some((payment) => payment.batchId !== batchId || payment.batch?.status === "draft"))
    throw new Refusal("funds.batch-state");
  await step(deps, chosen);
  await settleBatch(deps, batchId);
}

/** A batch is settled when the bank has answered for every payment. */
export async function settleBatch(deps: FinanceDeps, batchId: string): Promise<void> {
  const batch = await findBatchCore(deps.tx, batchId, treasuryRegion(deps.actor));
  if (!batch) return;
  const done = moveBatch(batch, { type: "SETTLE" });
  if (done.ok) await changeBatch(deps.tx, batchId, { status: done.status, settledAt: deps.clock.now() });
}
