import { z } from "zod";
import { count, day, dayOrNone, filter, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const decided = written({ after: z.strictObject({ statement: text, kind: text, reason: textOrNone }) });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "policy-document.statement-proposed": written({
    after: z.strictObject({
      statement: text,
      kind: text,
      number: textOrNone,
      day,
      validFrom: dayOrNone,
      validTo: dayOrNone,
      since: dayOrNone,
      by: textOrNone,
      words: text,
      address: textOrNone,
      sha256: textOrNone,
    }),
  }),
  "policy-document.statement-opened": written({ after: z.strictObject({ statement: text }) }),
  "policy-document.statement-released": decided,
  "policy-document.statement-refused": decided,
  "policy-document.statement-withdrawn": decided,
  "policy-documents.exported": written({ after: z.strictObject({ list: text, filter, lines: count }) }),
};

export const recordAudit = recorderOf(audited);
