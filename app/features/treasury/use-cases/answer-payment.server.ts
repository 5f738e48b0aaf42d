import { recordAudit } from "~/features/treasury/audited.server";
import { rowName } from "~/features/policies/domain/item-name";
import { advanceCase, type CaseRow } from "~/features/redemption/use-cases/advance-case.server";
import { haltStopped } from "~/features/redemption/use-cases/halt-instalments.server";
import { recoverPart } from "~/features/redemption/use-cases/recover-part.server";
import { notifyOfPaidInstalment } from "~/features/redemption/use-cases/pay-instalment.server";
import { hasHappened } from "~/features/redemption/use-cases/may-happen.server";
import { sayYuan } from "~/kernel/money";
import { reportMissingAccount } from "~/features/redemption/use-cases/report-missing-account.server";
import type { OwnWords } from "~/features/notices/domain/notice-params";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { movesCase, netOf, type LockedPayment } from "~/features/funds/domain/payment";
import { changePayment } from "~/features/funds/use-cases/payment-rows.server";
import { movePayment, type PaymentCommand, type PaymentStatus } from "../domain/payment-batch";
import { funds } from "~/features/funds/funds.zh";
import { needsAccount } from "../domain/bank/bank-answer";
import { codeWords, reasonKey } from "~/features/funds/domain/return-codes";
import { disburse, moveBudget } from "~/features/funds/use-cases/move-budget.server";
import { giveBackToPool, movePool } from "~/features/funds/use-cases/move-pool.server";

/** Why the bank sent money back: its code, and words. `isReversal`: it took back a booking of its own. */
export type ReturnReason = { code: string | null; text: string; isReversal?: boolean };

/** The reason a line of the bank gives: its words, else what its code means, else what it did. */
export function reasonOf({
  status,
  reasonCode,
  reasonText,
}: {
  status: string;
  reasonCode: string | null;
  reasonText: string | null;
}): ReturnReason {
  const isReversal = status === "reversed";
  const unsaid = isReversal ? funds.bank.reversedSo : "—";
  return { code: reasonCode, text: reasonText ?? (reasonCode === null ? unsaid : codeWords(reasonCode)), isReversal };
}

/**
 * The bank has paid payments that `holdPayments` locked: ledger, pool, deductions and cases follow. `held` are their cases
 * as locked, by id; left out: locked here.
 * @throws Refusal `funds.batch-state` (409) when one of them isn't under way
 */
export async function payOut(
  deps: Deps,
  payments: readonly LockedPayment[],
  held?: ReadonlyMap<string, CaseRow>,
): Promise<void> {
  for (const payment of payments) await move(deps, payment, "PAY", { status: "paid", paidAt: deps.clock.now() });
  await disburse(
    deps,
    payments.map((payment) => ({
      applicationId: payment.applicationId,
      fen: payment.amountFen,
      paymentId: payment.id,
      idempotencyKey: `disburse:${payment.id}`,
    })),
  );
  for (const payment of payments) await afterPayout(deps, payment, held?.get(payment.applicationId));
}

async function afterPayout(deps: Deps, payment: LockedPayment, held?: CaseRow): Promise<void> {
  const now = deps.clock.now();
  if (isPooled(payment))
    await movePool(deps, {
      regionCode: payment.regionCode,
      movement: "advance",
      fen: netOf(payment),
      paymentId: payment.id,
      idempotencyKey: `advance:${payment.id}`,
    });
  for (const { recoveryId, applicationId, fen } of payment.deductions) {
    await moveBudget(deps, {
      applicationId,
      movement: "collect",
      fen,
      recoveryId,
      paymentId: payment.id,
      idempotencyKey: `collect:${recoveryId}:${payment.id}`,
    });
  }
  const { id: paymentId, applicationId, instalmentId, amountFen } = payment;
  if (instalmentId !== null) {
    await notifyOfPaidInstalment(deps, instalmentId, paymentId);
    await recoverPart(deps, { applicationId, paymentId, fen: amountFen });
  } else
    await advanceCase(deps, {
      where: { id: payment.applicationId },
      locked: held,
      event: { type: "PAYMENT_PAID" },
      idempotencyKey: paidKey(payment),
      set: { paidAt: now, closedAt: now },
    });
  await recordAudit(deps, {
    action: "payment.paid",
    subject: { type: "payment", id: payment.id },
    after: { amountFen: payment.amountFen.toString(), transferredFen: netOf(payment).toString() },
  });
}

/**
 * The bank has refused a payment, or money that was paid came back, which takes up its closed case again. Where the reason
 * lies in the account, the firm is asked for another; else the finance office lists the payment anew.
 * @throws Refusal `funds.batch-state` (409), `redemption.recovery-open` (409) where the money is asked back (see `takeBack`)
 */
export async function sendBack(deps: Deps, payment: LockedPayment, reason: ReturnReason): Promise<void> {
  const { code, text, isReversal = false } = reason;
  const wasPaid = payment.status === "paid";
  const asksFirm = needsAccount(code);
  await move(deps, payment, "RETURN", {
    status: "returned",
    returnedAt: deps.clock.now(),
    returnedReason: text,
    returnedCode: code,
    needsAccount: asksFirm,
  });
  const { id, applicationId, regionCode } = payment;
  const fen = netOf(payment);
  if (wasPaid) {
    await moveBudget(deps, {
      applicationId,
      movement: "return",
      fen,
      paymentId: id,
      reason: text,
      idempotencyKey: `return:${id}`,
    });
    if (isPooled(payment))
      await giveBackToPool(deps, { regionCode, fen, paymentId: id, reason: text, idempotencyKey: `pool-return:${id}` });
  } else {
    if (isPooled(payment))
      await movePool(deps, {
        regionCode,
        movement: "free",
        fen,
        paymentId: id,
        reason: text,
        idempotencyKey: `free:${id}`,
      });
  }
  if (movesCase(payment))
    await reopenCase(deps, { id, applicationId, returnedReason: text, isReversal: wasPaid && isReversal });
  await recordAudit(deps, {
    action: "payment.returned",
    subject: { type: "payment", id },
    before: { status: payment.status },
    after: { code, reason: text },
  });
  if (!movesCase(payment) && (await haltStopped(deps, applicationId))) return;
  if (asksFirm) await reportMissingAccount(deps, { applicationId, paymentId: id });
  await notifyOfReturn(deps, payment, { asksFirm, text });
}

function notifyOfReturn(
  deps: Deps,
  payment: LockedPayment,
  { asksFirm, text }: { asksFirm: boolean; text: string },
): Promise<void> {
  const { id, applicationId, application } = payment;
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: application.enterpriseId, ...(asksFirm ? { needs: "write:application:own" } : {}) },
      kind: asksFirm ? "paymentNeedsAccount" : "paymentReturned",
      params: { item: rowName(application.item), sum: sayYuan(netOf(payment), "zh"), reason: inReadersWords(text) },
      href: asksFirm ? `/firm/account/${applicationId}` : `/firm/applications/${applicationId}`,
      dedupKey: `returned:${id}`,
    },
  });
}

/** A reason of ours by its key, the bank's own words as they are. */
function inReadersWords(reason: string): string | OwnWords {
  const key = reasonKey(reason);
  return key === null ? reason : { words: `funds:${key}` };
}

type CameBack = { id: string; applicationId: string; returnedReason: string | null; isReversal?: boolean };

/** The case waits for its payment again, also when it was closed. Once for each payment that came back. */
export async function reopenCase(
  deps: Deps,
  { id, applicationId, returnedReason, isReversal = false }: CameBack,
): Promise<void> {
  if (!isReversal && (await hasHappened(deps, applicationId, `reversed:${id}`))) return;
  await advanceCase(deps, {
    where: { id: applicationId },
    event: { type: isReversal ? "PAYMENT_REVERSED" : "PAYMENT_RETURNED" },
    payload: { reason: returnedReason ?? undefined },
    idempotencyKey: isReversal ? `reversed:${id}` : `returned:${id}`,
    set: { paidAt: null, closedAt: null },
  });
}

/** Key of the step that ends a case with its payment. */
export function paidKey({ id }: Pick<LockedPayment, "id">): string {
  return `paid:${id}`;
}

/** Whether the pool transfers anything for a payment. */
export function isPooled(payment: LockedPayment): boolean {
  return payment.batch?.source === "pool" && netOf(payment) > 0n;
}

async function move(
  deps: Deps,
  payment: LockedPayment,
  command: PaymentCommand,
  data: Parameters<typeof changePayment>[2],
): Promise<void> {
  if (movePayment(payment.status as PaymentStatus, command) === null) throw new Refusal("funds.batch-state");
  await changePayment(deps.tx, payment.id, data);
}
