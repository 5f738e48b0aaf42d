import { z } from "zod";
import { bare, count, filter, text, textOrNone, written } from "./fields";

/** The log itself, refusals, and the lists of those who watch over it all. */
export const oversightPayloads = {
  "access.refused": written({
    after: z.strictObject({ code: text, status: count, method: text, route: text, needed: text }),
  }),
  "audit.exported": written({ after: z.strictObject({ filter, lines: count }) }),
  "audit.explained": written({ after: z.strictObject({ number: count, events: count, reason: text }) }),
  "audit.sealed": written({ after: z.strictObject({ number: count, root: text }) }),
  "trouble.opened": written({
    after: z.strictObject({ kind: text, subject: text, step: text, reason: text, applicationId: textOrNone }),
  }),
  "trouble.resolved": bare,
  "trouble.retried": bare,
  "trouble.given-up": written({ after: z.strictObject({ reason: text }) }),
  "troubles.exported": written({ after: z.strictObject({ filter, lines: count }) }),
  "monitoring.exported": written({ after: z.strictObject({ filter, format: z.enum(["csv", "xlsx"]), lines: count }) }),
};
