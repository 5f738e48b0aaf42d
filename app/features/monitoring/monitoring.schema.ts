import { z } from "zod";

const code = z.string().regex(/^[\w\u4e00-\u9fa5-]{1,40}$/).optional().catch(undefined);

/** What the dashboard is narrowed to; wrong values in an address are dropped, not refused. */
export const monitorFilterSchema = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  department: code,
  theme: code,
  region: z.string().regex(/^\d{6}$/).optional().catch(undefined),
  size: z.enum(["large", "medium", "small", "micro"]).optional().catch(undefined),
  section: z.string().regex(/^[A-T]$/).optional().catch(undefined),
  month: z.string().regex(/^\d{4}-\d{2}$/).optional().catch(undefined),
  stage: z.enum(["submitted", "approved", "paid", "underway", "rejected"]).optional().catch(undefined),
});

export type MonitorFilter = z.infer<typeof monitorFilterSchema>;

/** The filter of an address. */
export function readMonitorFilter(url: URL): MonitorFilter {
  return monitorFilterSchema.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== "")));
}
