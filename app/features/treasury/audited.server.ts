import { z } from "zod";
import { bare, count, day, fen, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const clearing = written({ after: z.strictObject({ clearingId: text, reason: textOrNone }) });
const sum = z.strictObject({ fen });
const refund = z.strictObject({ receiptId: text, fen, reference: text });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "payment.paid": written({ after: z.strictObject({ amountFen: fen, transferredFen: fen }) }),
  "payment.noted-paid": written({ after: z.strictObject({ voucher: text, bankedOn: day, sha256: text }) }),
  "payment.voucher-opened": bare,
  "payment.returned": written({
    before: z.strictObject({ status: text }),
    after: z.strictObject({ code: textOrNone, reason: text }),
  }),
  "payment.reissued": written({ after: z.strictObject({ replaces: text, amountFen: fen }) }),
  "payment-batch.created": written({ after: z.strictObject({ number: text, source: text, totalFen: fen, count }) }),
  "payment-batch.released": bare,
  "payment-batch.cancelled": bare,
  "payment-batch.withdrawn": written({ after: z.strictObject({ count, fen }) }),
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
};

export const recordAudit = recorderOf(audited);
