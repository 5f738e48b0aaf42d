import { recordAudit } from "~/features/treasury/audited.server";
import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { holdForSteps } from "~/features/redemption/use-cases/hold-case.server";
import { codesInDoubt } from "~/features/enterprises/use-cases/require-code.server";
import { Refusal } from "~/kernel/refusal";
import { isPlainDate, shanghaiDay } from "~/kernel/plain-date";
import { createBatchRow, findBatchByKey, nextBatchSerial } from "../adapters/batch.repository.server";
import { movesCase, netOf, type LockedPayment } from "~/features/funds/domain/payment";
import { putIntoBatch } from "~/features/funds/use-cases/payment-rows.server";
import { holdForBatch } from "./hold-payments.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

export type NewBatch = {
  paymentIds: readonly string[];
  /** whose account is debited */
  source?: "treasury" | "pool";
  /** day the bank is asked to pay on; left out: today */
  requestedOn?: string;
  note?: string;
  idempotencyKey: string;
};

/**
 * Puts pending payments into a new batch. The same key makes one batch.
 * @returns id of the batch
 * @throws Refusal `funds.batch-empty` (422) when none of them can be paid any more, `funds.day-wrong` (422) for a day that is past or none,
 *   `funds.code-in-doubt` (409, with the names) where nobody has confirmed the credit code of a firm
 */
export async function createBatch(
  deps: FinanceDeps,
  { paymentIds, source = "treasury", requestedOn, note, idempotencyKey }: NewBatch,
): Promise<string> {
  const regionCode = treasuryRegion(deps.actor);
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const day = requestedOn ?? today;
  if (!isPlainDate(day) || day < today) throw new Refusal("funds.day-wrong", 422);
  const locked = await holdForBatch(deps, paymentIds);
  const known = await findBatchByKey(deps.tx, idempotencyKey);
  if (known) return known;
  const payments = locked.filter(
    (payment) => payment.regionCode === regionCode && payment.status === "pending" && !payment.needsAccount,
  );
  if (payments.length === 0) throw new Refusal("funds.batch-empty", 422);
  await requireCodes(deps, payments);
  const number = `PC-${today.replaceAll("-", "")}-${(await nextBatchSerial(deps.tx)).toString().padStart(4, "0")}`;
  const totalFen = payments.reduce((sum, payment) => sum + netOf(payment), 0n);
  const id = deps.random.uuid();
  await createBatchRow(deps.tx, {
    id,
    number,
    status: "draft",
    source,
    requestedOn: day,
    note,
    idempotencyKey,
    regionCode,
    departmentId: deps.actor.departmentId,
    createdById: deps.actor.userId,
    createdAt: now,
    totalFen,
    paymentCount: payments.length,
  });
  await putIntoBatch(
    deps.tx,
    payments.map((payment) => payment.id),
    id,
  );
  const steps = payments.filter(movesCase).map((payment) => ({
    id: payment.applicationId,
    idempotencyKey: `${idempotencyKey}:${payment.id}`,
  }));
  const cases = await holdForSteps(deps, steps);
  for (const step of steps)
    await advanceCase(deps, {
      where: { id: step.id },
      locked: cases.get(step.id),
      event: { type: "PAYMENT_BATCHED" },
      idempotencyKey: step.idempotencyKey,
    });
  await recordAudit(deps, {
    action: "payment-batch.created",
    subject: { type: "paymentBatch", id },
    after: { number, source, totalFen: totalFen.toString(), count: payments.length },
  });
  return id;
}

async function requireCodes(deps: FinanceDeps, payments: readonly LockedPayment[]): Promise<void> {
  const inDoubt = await codesInDoubt(
    deps,
    payments.map(({ application }) => application.enterpriseId),
  );
  if (inDoubt.size > 0) throw new Refusal("funds.code-in-doubt", 409, { firms: [...inDoubt.values()].join("、") });
}
