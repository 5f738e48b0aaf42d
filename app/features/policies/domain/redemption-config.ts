import { z } from "zod";
import type { Level, PolicyItem } from "./policy-item";
import { modes } from "./policy-item";
import { roundOf } from "./quota";

const days = z.number().int().min(1);
const publicityDays = z.number().int().min(0);

const overrides = z.array(
  z.strictObject({
    document: z.string(),
    countyPreReview: z.boolean().optional(),
    coDepartments: z.array(z.string()).optional(),
    publicityWorkingDays: publicityDays.optional(),
    items: z.array(z.string()).optional(),
    experts: z.number().int().min(0).optional(),
    siteVisit: z.boolean().optional(),
    why: z.string().min(1),
  }),
);

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
  fastTrackWorkingDays: z.strictObject({ leadReview: days, leadApproval: days, payment: days }),
  correctionClock: z.enum(["pause", "reset"]),
  overrides,
});
/** What the documents of the demonstration zone need beyond their texts: `rules/demo/overrides.json`. */
export const overridesFileSchema = z.strictObject({ $schema: z.string(), overrides });
/** How items are redeemed where their text leaves it open; all periods in working days. */
export type RedemptionFile = z.infer<typeof redemptionFileSchema>;

export type Workflow = "applyFree" | "fastTrack" | "reviewed";

/** A yearly round: how many are chosen at the most, and whether all are paid in proportion when the pool is too small. */
export type BatchRules = { quota: number | null; proRata: boolean };

/** How one item is redeemed; the workflow is built from this. Periods in working days. */
export type RedemptionConfig = {
  /** which machine; a version published before there were three has none and is reviewed */
  workflow?: Workflow;
  /** scores wanted before the departments decide; none by default */
  experts?: number;
  siteVisit?: boolean;
  /** absent for items that are decided one by one as they come */
  batch?: BatchRules | null;
  /** whether the time a correction takes is left out of the promise, or the promise begins anew after it */
  correctionClock?: "pause" | "reset";
  mode: PolicyItem["mode"];
  /** level and region of the authority that pays */
  level: Level;
  regionCode: string;
  countyPreReview: boolean;
  leadDepartmentId: string;
  coDepartmentIds: string[];
  publicityWorkingDays: number;
  stageWorkingDays: RedemptionFile["stageWorkingDays"] & { leadApproval?: number };
  promisedWorkingDays: number;
};

type Registry = {
  redemption: RedemptionFile;
  documentIdOf(itemId: string): string;
  departmentIdOf(name: string, level: Level): string | null;
};

const workflowOf: Record<PolicyItem["mode"], Workflow> = {
  免申即享: "applyFree",
  快申快享: "fastTrack",
  申报审批: "reviewed",
};

/** The item's own text first, then what is configured for its document or item, then the default of its mode. */
export function redemptionConfigOf(item: PolicyItem, registry: Registry): RedemptionConfig {
  const { redemption } = registry;
  const document = registry.documentIdOf(item.id);
  const override = Object.assign(
    {},
    ...redemption.overrides.filter((each) => each.document === document && (each.items?.includes(item.id) ?? true)),
  ) as Partial<RedemptionFile["overrides"][number]>;
  const mode = redemption.modes[item.mode];
  const workflow = workflowOf[item.mode];
  const departmentId = (name: string) => registry.departmentIdOf(name, item.level) ?? name;
  return {
    workflow,
    mode: item.mode,
    level: item.level,
    regionCode: item.region,
    leadDepartmentId: departmentId(item.department),
    publicityWorkingDays: isPublicised(item, workflow)
      ? (override.publicityWorkingDays ?? mode.publicityWorkingDays)
      : 0,
    stageWorkingDays:
      workflow === "fastTrack"
        ? { ...redemption.stageWorkingDays, ...redemption.fastTrackWorkingDays }
        : redemption.stageWorkingDays,
    promisedWorkingDays:
      workflow === "fastTrack" ? mode.promisedWorkingDays : (item.processingDays ?? mode.promisedWorkingDays),
    correctionClock: redemption.correctionClock,
    ...(workflow === "reviewed"
      ? reviewParts(item, override, departmentId)
      : { countyPreReview: false, coDepartmentIds: [], experts: 0, siteVisit: false, batch: null }),
  };
}

/** Every reviewed case is publicised and every list of an apply-free payment; others where their own steps say so. */
function isPublicised(item: PolicyItem, workflow: Workflow): boolean {
  return (
    workflow === "reviewed" ||
    (workflow === "applyFree" && item.amount.effect === "payment") ||
    item.steps.some((step) => step.includes("公示"))
  );
}

const expertsByDefault = 3;

/** Only the reviewed mode asks counties, other departments and experts: fast-track has three steps, apply-free none. */
function reviewParts(
  item: PolicyItem,
  override: Partial<RedemptionFile["overrides"][number]>,
  departmentId: (name: string) => string,
) {
  const lead = departmentId(item.department);
  const others = [...item.coDepartments.map(departmentId), ...(override.coDepartments ?? [])].filter(
    (id) => id !== lead,
  );
  return {
    countyPreReview: override.countyPreReview ?? (item.level === "city" && item.steps.includes("县区初审")),
    coDepartmentIds: [...new Set(others)],
    experts: override.experts ?? (item.steps.some((step) => /专家|评审|评委/.test(step)) ? expertsByDefault : 0),
    siteVisit: override.siteVisit ?? item.steps.some((step) => /现场|尽职调查/.test(step)),
    batch: roundOf(item),
  };
}
