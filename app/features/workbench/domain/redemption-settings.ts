import { z } from "zod";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";

const days = z.number().int().min(1).max(400);

/** What an author sets about the way of redemption beyond what follows from the text; a key left out follows the text. Working days. */
export const redemptionSettingsSchema = z.strictObject({
  countyPreReview: z.boolean().optional(),
  coDepartmentIds: z.array(z.string()).optional(),
  publicityWorkingDays: z.number().int().min(0).max(60).optional(),
  promisedWorkingDays: days.optional(),
  stageWorkingDays: z.strictObject({ countyReview: days, leadReview: days, coReview: days, budgetCheck: days, payment: days, correction: days }).partial().optional(),
});
export type RedemptionSettings = z.infer<typeof redemptionSettingsSchema>;

/** The way of redemption with the author's settings over what follows from the text. */
export function withSettings(derived: RedemptionConfig, settings: RedemptionSettings): RedemptionConfig {
  const { stageWorkingDays, coDepartmentIds, ...own } = settings;
  return {
    ...derived,
    ...own,
    coDepartmentIds: (coDepartmentIds ?? derived.coDepartmentIds).filter((id) => id !== derived.leadDepartmentId),
    stageWorkingDays: { ...derived.stageWorkingDays, ...stageWorkingDays },
  };
}

/** The settings that turn `derived` into `published`, so that a draft of an item starts as the item is redeemed now. */
export function settingsOf(derived: RedemptionConfig, published: RedemptionConfig): RedemptionSettings {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const stages = Object.entries(published.stageWorkingDays).filter(([stage, value]) => derived.stageWorkingDays[stage as keyof RedemptionConfig["stageWorkingDays"]] !== value);
  return {
    ...(derived.countyPreReview === published.countyPreReview ? {} : { countyPreReview: published.countyPreReview }),
    ...(same(derived.coDepartmentIds, published.coDepartmentIds) ? {} : { coDepartmentIds: published.coDepartmentIds }),
    ...(derived.publicityWorkingDays === published.publicityWorkingDays ? {} : { publicityWorkingDays: published.publicityWorkingDays }),
    ...(derived.promisedWorkingDays === published.promisedWorkingDays ? {} : { promisedWorkingDays: published.promisedWorkingDays }),
    ...(stages.length === 0 ? {} : { stageWorkingDays: Object.fromEntries(stages) }),
  };
}
