import { z } from "zod";
import { bare, count, day, fen, text, textOrNone, written } from "./fields";

const shares = z.strictObject({ year: count, shares: z.array(z.strictObject({ level: text, weight: count })) });
const decided = written({ after: z.strictObject({ kind: text, fen: fen.nullable(), reason: textOrNone }) });
const clearing = written({ after: z.strictObject({ clearingId: text, reason: textOrNone }) });
const sum = z.strictObject({ fen });
const refund = z.strictObject({ receiptId: text, fen, reference: text });

/** Budgets, payments, batches, recoveries and the pool. */
export const fundsPayloads = {
  "budget.granted": written({ after: z.strictObject({ fen, year: count }) }),
  "budget.reduced": written({ after: z.strictObject({ fen, year: count }) }),
  "budget-order.proposed": written({
    after: z.strictObject({
      kind: text,
      name: text,
      year: count,
      fen: fen.nullable(),
      paper: text,
      sha256: text,
      reason: textOrNone,
    }),
  }),
  "budget-order.opened": bare,
  "budget-order.released": decided,
  "budget-order.refused": decided,
  "budget-order.withdrawn": decided,
  "budget.carried-over": written({ after: z.strictObject({ fen, year: count, to: text }) }),
  "budget.released": written({ after: z.strictObject({ fen, reason: text }) }),
  "budget.shared": written({ before: shares, after: shares }),
  "payment.paid": written({ after: z.strictObject({ amountFen: fen, transferredFen: fen }) }),
  "payment.noted-paid": written({ after: z.strictObject({ voucher: text, bankedOn: day, sha256: text }) }),
  "payment.voucher-opened": bare,
  "payment.returned": written({
    before: z.strictObject({ status: text }),
    after: z.strictObject({ code: textOrNone, reason: text }),
  }),
  "payment.deducted": written({ after: z.strictObject({ recoveryId: text, fen }) }),
  "payment.reissued": written({ after: z.strictObject({ replaces: text, amountFen: fen }) }),
  "payment.recovered": written({ after: z.strictObject({ recoveryId: text, sumFen: fen, reason: text }) }),
  "payment-batch.created": written({ after: z.strictObject({ number: text, source: text, totalFen: fen, count }) }),
  "payment-batch.released": bare,
  "payment-batch.cancelled": bare,
  "bank-account.exported": written({ after: z.strictObject({ count, format: z.enum(["csv", "xlsx", "xml"]) }) }),
  "bank-line.explained": written({
    after: z.strictObject({
      meaning: text,
      number: text,
      reason: text,
      paymentId: textOrNone,
      recoveryId: textOrNone,
    }),
  }),
  "bank-line.released": clearing,
  "bank-line.refused": clearing,
  "bank-line.withdrawn": clearing,
  "bank-file.imported": written({ after: z.strictObject({ kind: text, messageId: text, sha256: text, lines: count }) }),
  "recovery.collected": written({ after: sum }),
  "recovery.excess-held": written({ after: z.strictObject({ receiptId: text, fen, excessFen: fen }) }),
  "recovery.refund-ordered": written({ after: refund }),
  "recovery.refund-dropped": written({ after: z.strictObject({ receiptId: text, reference: text }) }),
  "recovery.refunded": written({ after: refund }),
  "recovery.urged": written({ after: z.strictObject({ fen, answerBy: textOrNone }) }),
  "recovery.handed-on": written({ after: z.strictObject({ fen, answerBy: textOrNone }) }),
  "recoveries.exported": written({ after: z.strictObject({ lines: count }) }),
  "reconciliation.exported": written({ after: z.strictObject({ year: count, lines: count }) }),
  "pool.funded": written({ after: sum }),
  "pool.refilled": written({ after: sum }),
  "pool.floor-set": written({
    before: z.strictObject({ floorFen: fen.nullable() }),
    after: z.strictObject({ floorFen: fen }),
  }),
};
