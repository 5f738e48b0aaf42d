import { recordAudit } from "~/features/funds/audited.server";
import { actorId } from "~/access/actor";
import { rowName } from "~/features/policies/domain/item-name";
import { sayYuan, type Fen } from "~/kernel/money";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { holdings } from "../adapters/ledger.repository.server";
import { lockPayments } from "../adapters/payment.repository.server";
import { addRecovery, findRecoveryByKey, excessOf, owedByFirm } from "../adapters/recovery.repository.server";
import { referenceOf } from "../domain/payment-reference";
import { moveBudget } from "./move-budget.server";

export type RecoveryOrder = {
  paymentId: string;
  /** what must be given back, up to what was paid and not recovered yet */
  sumFen: Fen;
  reason: string;
  /** left out: one recovery per payment */
  idempotencyKey?: string;
};

/**
 * Decides that a firm must give money back: from now on it is owed, until `collectRecovery` or a payment it is deducted
 * from settles it. The same key decides once.
 * @returns id of the recovery
 * @throws Refusal `request.not-found` (404), `redemption.reason-missing`, `funds.recovery-wrong` (422), `funds.not-paid` (409)
 */
export async function recoverPayment(
  deps: Deps,
  { paymentId, sumFen, reason, idempotencyKey = `recover:${paymentId}` }: RecoveryOrder,
): Promise<string> {
  const [payment] = await lockPayments(deps.tx, [paymentId]);
  if (!payment) throw new Refusal("request.not-found", 404);
  const known = await findRecoveryByKey(deps.tx, idempotencyKey);
  if (known) return known.id;
  if (payment.status !== "paid") throw new Refusal("funds.not-paid");
  if (reason.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  const { applicationId, application } = payment;
  const paid = await holdings(deps.tx, [applicationId], "disbursed");
  if (sumFen <= 0n || sumFen > paid.reduce((sum, each) => sum + each.fen, 0n))
    throw new Refusal("funds.recovery-wrong", 422);
  const id = await addRecovery(deps.tx, {
    paymentId,
    applicationId,
    enterpriseId: application.enterpriseId,
    sumFen,
    reason,
    decidedById: actorId(deps.actor),
    decidedAt: deps.clock.now(),
    idempotencyKey,
  });
  await moveBudget(deps, {
    applicationId,
    movement: "recover",
    fen: sumFen,
    paymentId,
    recoveryId: id,
    reason,
    idempotencyKey: `recover:${id}`,
  });
  await recordAudit(deps, {
    action: "payment.recovered",
    subject: { type: "payment", id: paymentId },
    enterpriseId: application.enterpriseId,
    after: { recoveryId: id, sumFen: sumFen.toString(), reason },
  });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: application.enterpriseId },
      kind: "recoveryDecided",
      params: { item: rowName(application.item), sum: sayYuan(sumFen, "zh"), reason },
      href: `/firm/applications/${applicationId}`,
      dedupKey: `recovery:${id}`,
    },
  });
  return id;
}

/** All recoveries of a firm with what is still owed, what came over it, and the reference under which the bank tells of a repayment. */
export async function readRecoveries(deps: Pick<Deps, "tx">, enterpriseId: string) {
  const rows = await owedByFirm(deps.tx, enterpriseId);
  const excess = await excessOf(
    deps.tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, owedFen, promisedFen }) => ({
    id,
    owedFen,
    promisedFen,
    reference: referenceOf(id),
    ...(excess.get(id) ?? { excessFen: 0n, givenFen: 0n }),
  }));
}

/** Recoveries of a firm that are not settled, the oldest first; `openFen` is what no payment has been promised for yet. */
export async function readOwed(deps: Pick<Deps, "tx">, enterpriseId: string) {
  const rows = await owedByFirm(deps.tx, enterpriseId);
  return rows.filter(({ owedFen }) => owedFen > 0n).map((row) => ({ ...row, openFen: row.owedFen - row.promisedFen }));
}

/**
 * As `readOwed`, for who lets a new payment settle it: the payments it is of are locked, which is done ahead of any
 * envelope (`hold_payments`).
 */
export async function holdOwed(deps: Pick<Deps, "tx">, enterpriseId: string): ReturnType<typeof readOwed> {
  const owed = await readOwed(deps, enterpriseId);
  if (owed.length === 0) return owed;
  await lockPayments(
    deps.tx,
    owed.map(({ paymentId }) => paymentId),
  );
  return readOwed(deps, enterpriseId);
}
