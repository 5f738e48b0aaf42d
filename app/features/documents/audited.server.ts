import { z } from "zod";
import { text, textOrNone, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const item = written({ after: z.strictObject({ itemId: text }) });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "draft.exported": item,
  "document.issued": written({
    after: z.strictObject({ kind: text, number: textOrNone, fileHash: text, applicationId: textOrNone }),
  }),
  "document.downloaded": written({ after: z.strictObject({ kind: text, fileHash: text }) }),
};

export const recordAudit = recorderOf(audited);
