import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { createBatchRow, lockPending, nextBatchSerial } from "../adapters/batch.repository.server";

type FinanceDeps = Deps & { actor: UserActor };

/** The region whose treasury a person works for. @throws Refusal `request.forbidden` (403) */
export function treasuryRegion(actor: UserActor): string {
  if (!actor.regionCode) throw new Refusal("request.forbidden", 403);
  return actor.regionCode;
}

/**
 * Puts pending payments into a new batch.
 * @throws Refusal `funds.batch-empty` (422) when none of them is pending any more
 */
export async function createBatch(deps: FinanceDeps, paymentIds: readonly string[], idempotencyKey: string): Promise<string> {
  const regionCode = treasuryRegion(deps.actor);
  const payments = await lockPending(deps.tx, regionCode, paymentIds);
  if (payments.length === 0) throw new Refusal("funds.batch-empty", 422);
  const now = deps.clock.now();
  const number = `PC-${shanghaiDay(now).replaceAll("-", "")}-${(await nextBatchSerial(deps.tx)).toString().padStart(4, "0")}`;
  const totalFen = payments.reduce((sum, payment) => sum + payment.amountFen - payment.deductedFen, 0n);
  const id = await createBatchRow(
    deps.tx,
    { number, status: "draft", regionCode, departmentId: deps.actor.departmentId, createdById: deps.actor.userId, createdAt: now, totalFen, paymentCount: payments.length },
    payments.map((payment) => payment.id),
  );
  for (const payment of payments) {
    await advanceCase(deps, { where: { id: payment.applicationId }, event: { type: "PAYMENT_BATCHED" }, idempotencyKey: `${idempotencyKey}:${payment.id}` });
  }
  await recordAudit(deps, { action: "payment-batch.created", subject: { type: "paymentBatch", id }, after: { number, totalFen: totalFen.toString(), count: payments.length } });
  return id;
}
