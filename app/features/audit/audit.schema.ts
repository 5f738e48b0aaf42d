import { z } from "zod";
import { readDate } from "~/kernel/reading/read-date";

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
  .transform((text) => {
    const read = readDate(text ?? "");
    return read.ok ? read.value : undefined;
  });

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

/** Days of an address that can't be read: as typed, with the key of what is wrong. */
export function unreadDaysOf(url: string): Partial<Record<"from" | "to", { typed: string; problem: string }>> {
  const parameters = new URL(url).searchParams;
  return Object.fromEntries(
    (["from", "to"] as const).flatMap((name) => {
      const typed = parameters.get(name)?.trim() ?? "";
      const read = readDate(typed);
      return typed === "" || read.ok ? [] : [[name, { typed: typed.slice(0, 40), problem: read.problem }]];
    }),
  );
}
