import { z } from "zod";
import type { Level, PolicyItem } from "./policy-item";
import { modes } from "./policy-item";

const days = z.number().int().min(1);
const publicityDays = z.number().int().min(0);

export const redemptionFileSchema = z.strictObject({
  $schema: z.string(),
  stageWorkingDays: z.strictObject({
    countyReview: days,
    leadReview: days,
    coReview: days,
    budgetCheck: days,
    payment: days,
    correction: days,
  }),
  modes: z.record(z.enum(modes), z.strictObject({ promisedWorkingDays: days, publicityWorkingDays: publicityDays })),
  overrides: z.array(
    z.strictObject({
      document: z.string(),
      countyPreReview: z.boolean().optional(),
      coDepartments: z.array(z.string()).optional(),
      publicityWorkingDays: publicityDays.optional(),
      why: z.string().min(1),
    }),
  ),
});
/** How items are redeemed where their text leaves it open; all periods in working days. */
export type RedemptionFile = z.infer<typeof redemptionFileSchema>;

/** How one item is redeemed; the workflow is built from this. Periods in working days. */
export type RedemptionConfig = {
  mode: PolicyItem["mode"];
  /** level and region of the authority that pays */
  level: Level;
  regionCode: string;
  countyPreReview: boolean;
  leadDepartmentId: string;
  coDepartmentIds: string[];
  publicityWorkingDays: number;
  stageWorkingDays: RedemptionFile["stageWorkingDays"];
  promisedWorkingDays: number;
};

type Registry = {
  redemption: RedemptionFile;
  documentIdOf(itemId: string): string;
  departmentIdOf(name: string, level: Level): string | null;
};

/** The item's own text first, then what is configured for its document, then the default of its mode. */
export function redemptionConfigOf(item: PolicyItem, registry: Registry): RedemptionConfig {
  const { redemption } = registry;
  const override = redemption.overrides.find((each) => each.document === registry.documentIdOf(item.id));
  const mode = redemption.modes[item.mode];
  const publicised = item.mode === "申报审批" || item.steps.some((step) => step.includes("公示"));
  const departmentId = (name: string) => registry.departmentIdOf(name, item.level) ?? name;
  const leadDepartmentId = departmentId(item.department);
  const others = [...item.coDepartments.map(departmentId), ...(override?.coDepartments ?? [])].filter((id) => id !== leadDepartmentId);
  return {
    mode: item.mode,
    level: item.level,
    regionCode: item.region,
    countyPreReview: override?.countyPreReview ?? (item.level === "city" && item.steps.includes("县区初审")),
    leadDepartmentId,
    coDepartmentIds: [...new Set(others)],
    publicityWorkingDays: publicised ? (override?.publicityWorkingDays ?? mode.publicityWorkingDays) : 0,
    stageWorkingDays: redemption.stageWorkingDays,
    promisedWorkingDays: item.processingDays ?? mode.promisedWorkingDays,
  };
}
