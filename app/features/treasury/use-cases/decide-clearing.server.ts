import { recordAudit } from "~/features/treasury/audited.server";
import { Refusal } from "~/kernel/refusal";
import { requireDecision, type Decision } from "~/kernel/second-person";
import { isUuid } from "~/kernel/uuid";
import { enqueue } from "~/platform/outbox.server";
import { decideClearingRow, hasBooking, lockClearing, type ClearingRow } from "../adapters/line.repository.server";
import { findBatchCore } from "../adapters/batch.repository.server";
import { netOf, type LockedPayment } from "~/features/funds/domain/payment";
import type { LineMoney } from "../domain/line-clearing";
import { mayNotePaid } from "../domain/payment-batch";
import { payOut } from "./answer-payment.server";
import { holdPayments } from "./hold-payments.server";
import { moneyOf } from "./propose-clearing.server";
import { settleBatch } from "./settle-payment.server";
import { takeBack } from "./take-back.server";
import { takeIn } from "./take-in.server";
import { treasuryRegion, type FinanceDeps } from "~/features/funds/use-cases/treasury-region.server";

/**
 * Confirms what another officer said of a line, by which it is booked where money has to follow, refuses it with a reason,
 * or withdraws what one has said oneself. What pays a payment may only be confirmed by who neither made nor released its
 * batch, as with a voucher.
 * @throws Refusal `request.not-found` (404), `funds.two-persons`, `funds.order-state`, `funds.third-person`,
 *   `funds.line-booked`, `funds.line-sum`, `redemption.recovery-open`, `funds.part-returned` (409),
 *   `redemption.reason-missing` (422)
 */
export async function decideClearing(
  deps: FinanceDeps,
  { id, ...said }: { id: string; decision: Decision; reason?: string },
): Promise<void> {
  const clearing = isUuid(id) ? await lockClearing(deps.tx, id, treasuryRegion(deps.actor)) : null;
  if (!clearing) throw new Refusal("request.not-found", 404);
  const { decision } = said;
  const refusal = requireDecision("funds", clearing, deps.actor.userId, said);
  if (decision === "released") await book(deps, clearing);
  await decideClearingRow(deps.tx, id, {
    status: decision,
    decidedById: deps.actor.userId,
    decidedAt: deps.clock.now(),
    ...(refusal === null ? {} : { refusal }),
  });
  await recordAudit(deps, {
    action: `bank-line.${decision}`,
    subject: { type: "bankLine", id: clearing.lineId },
    after: { clearingId: id, reason: refusal },
  });
  if (decision !== "withdrawn") await tellMaker(deps, clearing, decision);
}

async function book(deps: FinanceDeps, clearing: ClearingRow): Promise<void> {
  const { meaning, lineId, paymentId, recoveryId } = clearing;
  const money = moneyOf(clearing.line);
  if (!money) return;
  if (meaning === "repayment" && recoveryId)
    await takeIn(deps, { recoveryId, fen: money.fen, booking: `line:${lineId}`, lineId });
  if (meaning !== "payment" || !paymentId) return;
  const [payment] = await holdPayments(deps, [paymentId]);
  if (!payment) throw new Refusal("request.not-found", 404);
  if (await hasBooking(deps.tx, { paymentId, side: money.side, lineId })) throw new Refusal("funds.line-booked");
  if (money.side === "debit") await bookDebit(deps, payment, money);
  else await bookCredit(deps, payment, money, clearing);
  if (payment.batchId) await settleBatch(deps, payment.batchId);
}

/** The bank paid it: what was under way is paid, what was noted as paid stands. */
async function bookDebit(deps: FinanceDeps, payment: LockedPayment, { fen }: LineMoney): Promise<void> {
  if (payment.status !== "batched") return;
  if (fen !== netOf(payment)) throw new Refusal("funds.line-sum");
  const batch = await findBatchCore(deps.tx, payment.batchId ?? "", payment.regionCode);
  if (!batch || !mayNotePaid(batch, deps.actor.userId)) throw new Refusal("funds.third-person");
  await payOut(deps, [payment]);
}

/** It came back: returned, or taken for what is demanded. */
async function bookCredit(
  deps: FinanceDeps,
  payment: LockedPayment,
  { fen }: LineMoney,
  { lineId, reason }: ClearingRow,
): Promise<void> {
  if (payment.status === "returned") return;
  const outcome = await takeBack(deps, payment, {
    reason: { code: null, text: reason },
    fen,
    booking: `line:${lineId}`,
    lineId,
  });
  if (outcome === "recoveryOpen") throw new Refusal("redemption.recovery-open");
  if (outcome === "amountDiffers") throw new Refusal("funds.part-returned");
}

async function tellMaker(deps: FinanceDeps, clearing: ClearingRow, decision: "released" | "refused"): Promise<void> {
  const { id, lineId, createdById, line } = clearing;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { userId: createdById },
      kind: decision === "released" ? "lineConfirmed" : "lineRefused",
      params: { name: line.file.messageId, person: deps.actor.displayName },
      href: `/finance/lines/${lineId}`,
      dedupKey: `clearing:${id}:${decision}`,
    },
  });
}
