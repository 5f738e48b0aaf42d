import { z } from "zod";
import { taskStages } from "~/features/redemption/domain/tasks";
import { caseStages, sizes } from "./domain/figures";

const code = z
  .string()
  .regex(/^[\w\u4e00-\u9fa5-]{1,40}$/)
  .optional()
  .catch(undefined);
const regionCode = z
  .string()
  .regex(/^\d{6}$/)
  .optional()
  .catch(undefined);

/** What the dashboard is narrowed to; wrong values in an address are dropped, not refused. */
export const monitorFilterSchema = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  department: code,
  theme: code,
  /** a place with everything below it */
  region: regionCode,
  size: z.enum(sizes).optional().catch(undefined),
  section: z
    .string()
    .regex(/^[A-T]$/)
    .optional()
    .catch(undefined),
});

/** What the list behind a figure is narrowed to: the dashboard's filter and what the figure counts. */
export const caseFilterSchema = monitorFilterSchema.extend({
  /** a place without those below it: one row of the cut by region */
  place: regionCode,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  stage: z.enum(caseStages).optional().catch(undefined),
  /** a stage of the work that is done */
  task: z.enum(taskStages).optional().catch(undefined),
  /** only work that was done after its day */
  late: z.literal("1").optional().catch(undefined),
  envelope: z.uuid().optional().catch(undefined),
});

/** Pairs of firm and item that were told, or looked: the top of the funnel. */
export const reachFilterSchema = monitorFilterSchema.extend({ kind: z.enum(["pushed", "viewed"]).catch("pushed") });

export type MonitorFilter = z.infer<typeof monitorFilterSchema>;
export type CaseFilter = z.infer<typeof caseFilterSchema>;
export type ReachFilter = z.infer<typeof reachFilterSchema>;

/** The filter of an address. */
export function readMonitorFilter(url: URL): MonitorFilter {
  return monitorFilterSchema.parse(given(url));
}

/** The filter of an address of the list behind a figure. */
export function readCaseFilter(url: URL): CaseFilter {
  return caseFilterSchema.parse(given(url));
}

/** The filter of an address of the list of firms that were told of an item, or looked at it. */
export function readReachFilter(url: URL): ReachFilter {
  return reachFilterSchema.parse(given(url));
}

function given(url: URL): Record<string, string> {
  return Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ""));
}
