import { z } from "zod";
import { count, day, written } from "~/features/audit/domain/fields";
import { recorderOf } from "~/features/audit/use-cases/record-audit.server";

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "report.exported": written({ after: z.strictObject({ asOf: day, lines: count }) }),
};

export const recordAudit = recorderOf(audited);
