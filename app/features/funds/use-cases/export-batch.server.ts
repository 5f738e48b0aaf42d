import { recordAudit } from "~/features/audit/use-cases/record-audit.server";
import type { UserActor } from "~/features/identity/domain/actor";
import { csvText } from "~/kernel/csv";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { unseal } from "~/platform/seal.server";
import { changeBatch, findBatch, lockBatch, type BatchRow } from "../adapters/batch.repository.server";
import { moveBatch, treasuryRows } from "../domain/payment-batch";
import { treasuryRegion } from "./create-batch.server";

type FinanceDeps = Deps & { actor: UserActor };

/** Releases a batch that somebody else made. @throws Refusal `funds.two-persons`, `funds.batch-state` (409) */
export async function releaseBatch(deps: FinanceDeps, id: string): Promise<void> {
  const batch = await lockBatch(deps.tx, id, treasuryRegion(deps.actor));
  if (!batch) throw new Refusal("request.not-found", 404);
  const move = moveBatch({ ...batch, status: batch.status as never, payments: batch.payments as never }, { type: "EXPORT", actorId: deps.actor.userId });
  if (!move.ok) throw new Refusal(move.code);
  await changeBatch(deps.tx, id, { status: move.status, exportedById: deps.actor.userId, exportedAt: deps.clock.now() });
  await recordAudit(deps, { action: "payment-batch.released", subject: { type: "paymentBatch", id } });
}

const words = { serial: "序号", applicationNumber: "申报编号", item: "政策", holder: "户名", bankName: "开户银行", accountNumber: "账号", amountYuan: "金额（元）", total: "合计" };

/**
 * The file for the treasury, with account numbers in full; every reading is audited.
 * @throws Refusal `funds.batch-state` (409) before the batch was released
 */
export async function batchCsv(deps: FinanceDeps, id: string, key: Buffer): Promise<{ name: string; text: string }> {
  const batch = await findBatch(deps.tx, id, treasuryRegion(deps.actor));
  if (!batch) throw new Refusal("request.not-found", 404);
  if (batch.status === "draft" || batch.status === "cancelled") throw new Refusal("funds.batch-state");
  await recordAudit(deps, { action: "bank-account.exported", subject: { type: "paymentBatch", id }, after: { count: batch.payments.length } });
  return { name: `${batch.number}.csv`, text: csvText(treasuryRows(batch.payments.map((payment) => treasuryPayment(payment, key)), words)) };
}

function treasuryPayment({ application, bankAccount, amountFen, deductedFen }: BatchRow["payments"][number], key: Buffer) {
  const { holder, bankName, sealedNumber } = bankAccount;
  return { applicationNumber: application.number ?? "", item: application.item.title, holder, bankName, accountNumber: unseal(sealedNumber, key), amountFen: amountFen - deductedFen };
}
