import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";

/** Working days of the stages that an item's configuration leaves open. */
export const stageDefaults = {
  listApproval: 2,
  siteVisit: 10,
  expertScore: 10,
  conferral: 10,
  headDecision: 5,
  ranking: 10,
  admission: 1,
  objection: 10,
  reconsideration: 30,
  followUp: 1,
  afterCheck: 20,
  evaluation: 60,
  recoveryApproval: 5,
  recovery: 15,
} as const;

/** Days a firm has: correction in working days by configuration; the others are calendar days (reconsideration: 行政复议法 art. 20). */
export const firmDays = { draft: 180, reconsideration: 60, rating: 30 } as const;

/** Working days in which a firm confirms its account. */
export const confirmWorkingDays = 30;

type Stage = keyof RedemptionConfig["stageWorkingDays"] | keyof typeof stageDefaults;

/** Promised working days of a stage. */
export function daysOf({ stageWorkingDays }: RedemptionConfig, stage: Stage): number {
  const own = (stageWorkingDays as Partial<Record<Stage, number>>)[stage];
  if (own !== undefined) return own;
  if (stage === "leadApproval") return stageWorkingDays.leadReview;
  return (stageDefaults as Partial<Record<Stage, number>>)[stage] ?? 1;
}
