import { z } from "zod";
import { isPlainDate } from "~/kernel/plain-date";

const words = z
  .string()
  .trim()
  .max(100)
  .optional()
  .catch(undefined)
  .transform((text) => text || undefined);
const day = z
  .string()
  .optional()
  .catch(undefined)
  .transform((text) => (text && isPlainDate(text) ? text : undefined));

/** What the log is searched by; a value that makes no sense is left out. Days are Asia/Shanghai, both included. */
export const auditFilterSchema = z.object({
  actor: words,
  action: words,
  subject: words,
  from: day,
  to: day,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The filter of an address. */
export function auditFilterOf(url: string): AuditFilter {
  return auditFilterSchema.parse(Object.fromEntries(new URL(url).searchParams));
}
