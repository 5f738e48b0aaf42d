import { z } from "zod";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { shapeProblems, type ShapeProblem } from "~/features/policies/domain/shape-problems";
import { canonicalJson } from "~/kernel/canonical-json";

type Numbers = Record<"days" | "publicity" | "experts", z.ZodNumber>;

/** What an author sets about the way of redemption beyond what follows from the text; a key left out follows the text. Working days. */
function settingsWith({ days, publicity, experts }: Numbers) {
  return z.strictObject({
    countyPreReview: z.boolean().optional(),
    coDepartmentIds: z.array(z.string()).optional(),
    publicityWorkingDays: publicity.optional(),
    promisedWorkingDays: days.optional(),
    stageWorkingDays: z
      .strictObject({
        countyReview: days,
        leadReview: days,
        coReview: days,
        budgetCheck: days,
        payment: days,
        correction: days,
      })
      .partial()
      .optional(),
    experts: experts.optional(),
    siteVisit: z.boolean().optional(),
    correctionClock: z.enum(["pause", "reset"]).optional(),
  });
}

const whole = z.number().int();
/** Settings that may be published. */
const redemptionSettingsSchema = settingsWith({
  days: whole.min(1).max(400),
  publicity: whole.min(0).max(60),
  experts: whole.min(0).max(15),
});
/** Settings as they may be kept while a form is being filled in: a number out of its range is told, not refused. */
export const typedSettingsSchema = settingsWith({
  days: z.number(),
  publicity: z.number(),
  experts: z.number(),
});
export type RedemptionSettings = z.infer<typeof redemptionSettingsSchema>;

/** What stands in the way of publishing settings; paths begin with `redemption`. */
export function settingsProblems(settings: RedemptionSettings): ShapeProblem[] {
  const checked = redemptionSettingsSchema.safeParse(settings);
  return checked.success ? [] : shapeProblems(checked.error.issues, ["redemption"]);
}

/** The JSON of settings, keys in the order of the schema. */
export function settingsText(settings: RedemptionSettings): string {
  return JSON.stringify(typedSettingsSchema.parse(settings), null, 2);
}

/**
 * The way of redemption with the author's settings over what follows from the text. Only reviewed cases have a panel
 * and co-departments.
 */
export function withSettings(derived: RedemptionConfig, settings: RedemptionSettings): RedemptionConfig {
  const { stageWorkingDays, coDepartmentIds, countyPreReview, experts, siteVisit, ...own } = settings;
  const review = { countyPreReview, experts, siteVisit };
  return {
    ...derived,
    ...own,
    ...(isReviewed(derived) ? said(review) : {}),
    coDepartmentIds: ((isReviewed(derived) ? coDepartmentIds : null) ?? derived.coDepartmentIds).filter(
      (id) => id !== derived.leadDepartmentId,
    ),
    stageWorkingDays: { ...derived.stageWorkingDays, ...stageWorkingDays },
  };
}

/** Whether an item takes the way with county, panel, departments and rounds. */
export function isReviewed({ workflow }: Pick<RedemptionConfig, "workflow">): boolean {
  return (workflow ?? "reviewed") === "reviewed";
}

/** Only the keys that say something. */
function said<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** What a version says that was published before the key was there. */
const unsaid: Partial<RedemptionConfig> = { experts: 0, siteVisit: false, correctionClock: "pause" };
const ownKeys = [
  "countyPreReview",
  "coDepartmentIds",
  "publicityWorkingDays",
  "promisedWorkingDays",
  "experts",
  "siteVisit",
  "correctionClock",
] as const;

/** The settings that turn `derived` into `published`, so that a draft of an item starts as the item is redeemed now. */
export function settingsOf(derived: RedemptionConfig, published: RedemptionConfig): RedemptionSettings {
  const own = ownKeys.map((key) => [key, derived[key] ?? unsaid[key], published[key] ?? unsaid[key]] as const);
  const stages = Object.entries(published.stageWorkingDays).filter(
    ([stage, value]) => derived.stageWorkingDays[stage as keyof RedemptionConfig["stageWorkingDays"]] !== value,
  );
  return {
    ...Object.fromEntries(
      own.flatMap(([key, before, now]) => (canonicalJson(before) === canonicalJson(now) ? [] : [[key, now]])),
    ),
    ...(stages.length === 0 ? {} : { stageWorkingDays: Object.fromEntries(stages) }),
  };
}
