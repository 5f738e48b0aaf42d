import { z } from "zod";
import { bare, count, day, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const workday = z.strictObject({ isWorkday: z.boolean(), note: textOrNone });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "application.terms-moved": written({
    after: z.strictObject({
      change: text,
      reason: text,
      terms: z.array(z.strictObject({ kind: text, step: textOrNone, from: day, to: day })),
    }),
  }),
  "calendar.changed": written({ before: workday, after: workday.extend({ moved: count.optional() }) }),
  "calendar.notice-entered": written({
    after: z.strictObject({ change: text, number: text, issuedOn: day, days: count }),
  }),
  "calendar.notice-announced": written({
    after: z.strictObject({
      change: text,
      number: text,
      issuedOn: day,
      days: z.array(z.strictObject({ date: day, isWorkday: z.boolean() })),
      moved: count,
    }),
  }),
  "calendar.moves-exported": written({ after: z.strictObject({ lines: count }) }),
  "calendar.year-opened": bare,
};

export const recordAudit = recorderOf(audited);
