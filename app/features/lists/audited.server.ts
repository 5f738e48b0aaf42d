import { z } from "zod";
import { count, text, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "benefit-list.made": written({ after: z.strictObject({ itemId: text, source: text, lines: count }) }),
};

export const recordAudit = recorderOf(audited);
