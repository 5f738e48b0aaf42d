import { recordAudit } from "~/features/treasury/audited.server";
import { holdForSteps } from "~/features/redemption/use-cases/hold-case.server";
import { isPlainDate, shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { changeBatch, findBatchCore, type BatchCore } from "../adapters/batch.repository.server";
import { addSettlements } from "../adapters/settlement.repository.server";
import { movesCase, type LockedPayment } from "~/features/funds/domain/payment";
import { mayNotePaid, moveBatch } from "../domain/payment-batch";
import { paidKey, payOut, type ReturnReason } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { takeBack } from "./take-back.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

type Settle = (deps: FinanceDeps, payments: readonly LockedPayment[], batch: BatchCore) => Promise<void>;

/** The bank's voucher by which a payment is noted as paid: its number, its day (Asia/Shanghai) and its stored file. */
export type BankVoucher = { voucher: string; bankedOn: string; fileHash: string; fileName: string; fileType: string };

/**
 * Notes by a voucher that the bank paid these payments of a released batch, where no file says so; the ledger and the cases
 * follow. Only an officer who neither made nor released the batch may.
 * @throws Refusal `request.not-found` (404), `funds.batch-empty`, `funds.voucher-missing`, `funds.voucher-day` (422),
 *   `funds.batch-state`, `funds.third-person` (409)
 */
export function markPaid(
  deps: FinanceDeps,
  batchId: string,
  paymentIds: readonly string[],
  voucher: BankVoucher,
): Promise<void> {
  return settle(deps, batchId, paymentIds, async (inner, payments, batch) => {
    requireVoucher(deps, batch, voucher);
    await payAll(inner, payments);
    const noted = { ...voucher, voucher: voucher.voucher.trim(), batchId, notedById: deps.actor.userId };
    await addSettlements(
      deps.tx,
      payments.map(({ id }) => ({ ...noted, paymentId: id, at: deps.clock.now() })),
    );
    for (const { id } of payments)
      await recordAudit(deps, {
        action: "payment.noted-paid",
        subject: { type: "payment", id },
        after: { voucher: noted.voucher, bankedOn: noted.bankedOn, sha256: noted.fileHash },
      });
  });
}

function requireVoucher(deps: FinanceDeps, batch: BatchCore, { voucher, bankedOn }: BankVoucher): void {
  if (!mayNotePaid(batch, deps.actor.userId)) throw new Refusal("funds.third-person");
  if (voucher.trim() === "" || voucher.length > 60) throw new Refusal("funds.voucher-missing", 422);
  const released = batch.exportedAt ? shanghaiDay(batch.exportedAt) : null;
  const isPossible =
    isPlainDate(bankedOn) && bankedOn <= shanghaiDay(deps.clock.now()) && (released === null || bankedOn >= released);
  if (!isPossible) throw new Refusal("funds.voucher-day", 422);
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
    payments.filter(movesCase).map((payment) => ({ id: payment.applicationId, idempotencyKey: paidKey(payment) })),
  );
  await payOut(deps, payments, cases);
}

async function settle(deps: FinanceDeps, batchId: string, paymentIds: readonly string[], step: Settle): Promise<void> {
  const region = treasuryRegion(deps.actor);
  const seen = await findBatchCore(deps.tx, batchId, region);
  const own = new Set(seen?.payments.map(({ id }) => id));
  const chosen = await holdPayments(
    deps,
    paymentIds.filter((id) => own.has(id)),
  );
  const batch = await findBatchCore(deps.tx, batchId, region);
  if (!batch) throw new Refusal("request.not-found", 404);
  if (chosen.length === 0) throw new Refusal("funds.batch-empty", 422);
  if (chosen.some((payment) => payment.batchId !== batchId || payment.batch?.status === "draft"))
    throw new Refusal("funds.batch-state");
  await step(deps, chosen, batch);
  await settleBatch(deps, batchId);
}

/** A batch is settled when the bank has answered for every payment. */
export async function settleBatch(deps: FinanceDeps, batchId: string): Promise<void> {
  const batch = await findBatchCore(deps.tx, batchId, treasuryRegion(deps.actor));
  if (!batch) return;
  const done = moveBatch(batch, { type: "SETTLE" });
  if (done.ok) await changeBatch(deps.tx, batchId, { status: done.status, settledAt: deps.clock.now() });
}
