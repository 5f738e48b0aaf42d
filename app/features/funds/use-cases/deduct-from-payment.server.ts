import { recordAudit } from "~/features/funds/audited.server";
import { actorId } from "~/access/actor";
import type { Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isForBeneficiary, lockPayments, movePaymentRow } from "../adapters/payment.repository.server";
import { addDeduction, findDeduction, findRecovery } from "../adapters/recovery.repository.server";
import { readOwed } from "./recover-payment.server";

export type DeductionOrder = {
  recoveryId: string;
  /** a payment of the same firm that waits and is in no batch yet */
  paymentId: string;
  /** left out: as much as is owed and as the payment holds */
  fen?: Fen;
};

/**
 * Lets a payment settle what its firm owes: the bank transfers that much less. The ledger follows when the payment is
 * made. Repeating an order changes nothing.
 * @returns what was deducted, in fen
 * @throws Refusal `request.not-found` (404), `funds.payment-under-way`, `funds.deduction-other` (409) where it pays
 *   somebody else, `funds.deduction-wrong` (422)
 */
export async function deductFromPayment(deps: Deps, { recoveryId, paymentId, fen }: DeductionOrder): Promise<Fen> {
  const recovery = await findRecovery(deps.tx, recoveryId);
  if (!recovery) throw new Refusal("request.not-found", 404);
  const payment = (await lockPayments(deps.tx, [paymentId, recovery.paymentId])).find((each) => each.id === paymentId);
  if (!payment || payment.application.enterpriseId !== recovery.enterpriseId)
    throw new Refusal("request.not-found", 404);
  const earlier = await findDeduction(deps.tx, recoveryId, paymentId);
  if (earlier) return earlier.fen;
  if (await isForBeneficiary(deps.tx, paymentId)) throw new Refusal("funds.deduction-other");
  if (payment.status !== "pending") throw new Refusal("funds.payment-under-way");
  const open = (await readOwed(deps, recovery.enterpriseId)).find((each) => each.id === recoveryId)?.openFen ?? 0n;
  const sum = sumOf(fen, open, payment.amountFen - payment.deductedFen);
  await addDeduction(deps.tx, { recoveryId, paymentId, fen: sum, actorId: actorId(deps.actor), at: deps.clock.now() });
  const moved = await movePaymentRow(deps.tx, paymentId, "pending", { deductedFen: payment.deductedFen + sum });
  if (!moved) throw new Refusal("funds.payment-under-way");
  await recordAudit(deps, {
    action: "payment.deducted",
    subject: { type: "payment", id: paymentId },
    enterpriseId: recovery.enterpriseId,
    after: { recoveryId, fen: sum.toString() },
  });
  return sum;
}

function sumOf(asked: Fen | undefined, open: Fen, left: Fen): Fen {
  const most = open < left ? open : left;
  const sum = asked ?? most;
  if (sum <= 0n || sum > most) throw new Refusal("funds.deduction-wrong", 422);
  return sum;
}
