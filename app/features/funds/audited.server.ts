import { z } from "zod";
import { bare, count, fen, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const shares = z.strictObject({ year: count, shares: z.array(z.strictObject({ level: text, weight: count })) });
const decided = written({ after: z.strictObject({ kind: text, fen: fen.nullable(), reason: textOrNone }) });
const sum = z.strictObject({ fen });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
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
  "payment.deducted": written({ after: z.strictObject({ recoveryId: text, fen }) }),
  "payment.recovered": written({ after: z.strictObject({ recoveryId: text, sumFen: fen, reason: text }) }),
  "pool.funded": written({ after: sum }),
  "pool.refilled": written({ after: sum }),
  "pool.floor-set": written({
    before: z.strictObject({ floorFen: fen.nullable() }),
    after: z.strictObject({ floorFen: fen }),
  }),
};

export const recordAudit = recorderOf(audited);
