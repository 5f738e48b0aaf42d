import { z } from "zod";
import { count, day, dayOrNone, text, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

const version = z.strictObject({ version: count, contentHash: text });

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "policy-item.published": written({
    before: version.optional(),
    after: z.union([
      version.extend({ draft: text, endsOn: dayOrNone }),
      version.extend({ statement: text, endsOn: dayOrNone }),
      version.extend({ file: text, endsOn: dayOrNone }),
    ]),
  }),
  "policy-item.ended": written({ after: z.strictObject({ endsOn: day }) }),
  "policy-document.exported": written({ after: z.strictObject({ file: text }) }),
};

export const recordAudit = recorderOf(audited);
