import { z } from "zod";
import { count, filter, text, written } from "./domain/fields";
import { recorderOf } from "./use-cases/record-audit.server";

/** What this context leaves in the audit log: what each action says before, after and of versions. */
export const audited = {
  "access.refused": written({
    after: z.strictObject({ code: text, status: count, method: text, route: text, needed: text }),
  }),
  "audit.exported": written({ after: z.strictObject({ filter, lines: count }) }),
  "audit.explained": written({ after: z.strictObject({ number: count, events: count, reason: text }) }),
  "audit.sealed": written({ after: z.strictObject({ number: count, root: text }) }),
};

export const recordAudit = recorderOf(audited);
