import { z } from "zod";
import { count, text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const item = written({ after: z.strictObject({ itemId: text }) });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "bank-account.changed": written({ after: z.strictObject({ lastFour: text, applicationId: text.optional() }) }),
  "draft.copied": written({ after: z.strictObject({ from: textOrNone }) }),
  "draft.discarded": item,
  "draft.restored": item,
  "material.downloaded": written({ after: z.strictObject({ case: text, fileHash: text }) }),
  "proof.exported": written({ after: z.strictObject({ case: text, events: count }) }),
  "application.message-sent": written({
    after: z.strictObject({ messageId: text, side: z.enum(["firm", "department"]) }),
  }),
};

export const recordAudit = recorderOf(audited);
