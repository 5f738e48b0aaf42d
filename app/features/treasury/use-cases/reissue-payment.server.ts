import { recordAudit } from "~/features/treasury/audited.server";
import { changeAccount, type AccountInput } from "~/features/applications/use-cases/change-account.server";
import { accountSubject } from "~/features/work/domain/trouble";
import { closeTrouble } from "~/features/work/use-cases/open-trouble.server";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { movesCase, repeated, type LockedPayment } from "~/features/funds/domain/payment";
import {
  findLatest,
  insertPayment,
  movePaymentRow,
  passOnDeductions,
} from "~/features/funds/use-cases/payment-rows.server";
import { reopenCase } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * A firm gives another account for its own application: a payment that came back is listed anew with it, one that waits
 * takes it along, and one without any can then be paid. A payment in a batch keeps the account its releaser saw.
 * @throws Refusal `request.not-found` (404), `funds.account-late` (409)
 */
export async function giveAccount(
  deps: Deps,
  {
    applicationId,
    enterpriseId,
    account,
    key,
  }: { applicationId: string; enterpriseId: string; account: AccountInput; key: Buffer },
): Promise<void> {
  const latest = await findLatest(deps.tx, applicationId, enterpriseId);
  if (!latest) throw new Refusal("request.not-found", 404);
  const [payment] = await holdPayments(deps, [latest.id]);
  if (!payment || payment.replacedBy || !["pending", "returned"].includes(payment.status))
    throw new Refusal("funds.account-late");
  const bankAccountId = await changeAccount(deps, { applicationId, enterpriseId, account, key });
  const accountChangedAt = deps.clock.now();
  if (payment.status === "returned") await reissue(deps, payment, { bankAccountId, accountChangedAt });
  else if (
    !(await movePaymentRow(deps.tx, payment.id, "pending", { bankAccountId, accountChangedAt, needsAccount: false }))
  )
    throw new Refusal("funds.account-late");
  await closeTrouble(deps, { kind: "case", subject: accountSubject(payment.id) });
}

/**
 * Lists a payment anew that came back for a reason that doesn't lie in its account.
 * @throws Refusal `request.not-found` (404), `funds.account-missing` (409) while the firm owes another account, `funds.batch-state` (409)
 */
export async function requeuePayment(deps: FinanceDeps, paymentId: string): Promise<void> {
  const [payment] = await holdPayments(deps, [paymentId]);
  if (payment?.regionCode !== treasuryRegion(deps.actor)) throw new Refusal("request.not-found", 404);
  if (payment.replacedBy) return;
  if (payment.status !== "returned") throw new Refusal("funds.batch-state");
  if (payment.needsAccount) throw new Refusal("funds.account-missing");
  await reissue(deps, payment, { bankAccountId: payment.bankAccountId, accountChangedAt: null });
}

async function reissue(
  deps: Deps,
  payment: LockedPayment,
  account: { bankAccountId: string | null; accountChangedAt: Date | null },
): Promise<void> {
  if (movesCase(payment)) await reopenCase(deps, payment);
  const id = deps.random.uuid();
  const again = repeated(payment);
  await insertPayment(deps.tx, { ...again, ...account, id, status: "pending", createdAt: deps.clock.now() });
  if (payment.paidAt === null) await passOnDeductions(deps.tx, payment.id, id);
  await recordAudit(deps, {
    action: "payment.reissued",
    subject: { type: "payment", id },
    enterpriseId: payment.application.enterpriseId,
    after: { replaces: payment.id, amountFen: again.amountFen.toString() },
  });
}
