import { z } from "zod";
import { count, filter, text, written } from "./fields";

/** The log itself, refusals, and the lists of those who watch over it all. */
export const oversightPayloads = {
  "access.refused": written({
    after: z.strictObject({ code: text, status: count, method: text, route: text, needed: text }),
  }),
  "audit.exported": written({ after: z.strictObject({ filter, lines: count }) }),
  "audit.explained": written({ after: z.strictObject({ number: count, events: count, reason: text }) }),
  "audit.sealed": written({ after: z.strictObject({ number: count, root: text }) }),
  "monitoring.exported": written({ after: z.strictObject({ filter, format: z.enum(["csv", "xlsx"]), lines: count }) }),
};
