import { z } from "zod";
import { bare, count, day, filter, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "task.assigned": written({
    before: z.strictObject({ assigneeId: textOrNone }),
    after: z.strictObject({ stage: text, assigneeId: textOrNone }),
  }),
  "absence.noted": written({ after: z.strictObject({ deputyId: text, fromDay: day, toDay: day }) }),
  "absence.ended": bare,
  "trouble.opened": written({
    after: z.strictObject({ kind: text, subject: text, step: text, reason: text, applicationId: textOrNone }),
  }),
  "trouble.resolved": bare,
  "trouble.retried": bare,
  "trouble.given-up": written({ after: z.strictObject({ reason: text }) }),
  "troubles.exported": written({ after: z.strictObject({ filter, lines: count }) }),
};

export const recordAudit = recorderOf(audited);
