import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { coRegion } from "./machine";

export const taskStages = ["countyReview", "leadReview", "leadApproval", "coReview", "budgetCheck", "payment"] as const;
export type TaskStage = (typeof taskStages)[number];

/** Work that waits in one office. */
export type CaseTask = { stage: TaskStage; departmentId: string; regionCode: string; workingDays: number };

/** Whether a snapshot stands in a state, as `snapshot.matches` says. */
export type Matches = (state: string) => boolean;

/** The work a case waits for, and at whose office; `firmRegion` is the firm's county. */
export function openTasks(config: RedemptionConfig, firmRegion: string, stands: Matches): CaseTask[] {
  const { stageWorkingDays: days, regionCode, leadDepartmentId } = config;
  const finance = { departmentId: financeDepartment(config), regionCode };
  const candidates: [boolean, CaseTask][] = [
    [stands("review.county"), { stage: "countyReview", departmentId: countyDepartment(leadDepartmentId), regionCode: firmRegion, workingDays: days.countyReview }],
    [stands("review.departments.lead.reviewing"), { stage: "leadReview", departmentId: leadDepartmentId, regionCode, workingDays: days.leadReview }],
    [stands("review.departments.lead.recommended") || stands("review.departments.lead.refusing"), { stage: "leadApproval", departmentId: leadDepartmentId, regionCode, workingDays: days.leadReview }],
    ...config.coDepartmentIds.map((departmentId): [boolean, CaseTask] => [
      stands(`review.departments.${coRegion(departmentId)}.reviewing`),
      { stage: "coReview", departmentId, regionCode, workingDays: days.coReview },
    ]),
    [stands("budgetCheck") || stands("awaitingBudget"), { stage: "budgetCheck", ...finance, workingDays: days.budgetCheck }],
    [stands("payment"), { stage: "payment", ...finance, workingDays: days.payment }],
  ];
  return candidates.flatMap(([open, task]) => (open ? [task] : []));
}

/** The county's office of the same function. */
export function countyDepartment(departmentId: string): string {
  return departmentId.replace(/^(national|province|city)-/, "county-");
}

/** The treasury of the level that pays. */
export function financeDepartment({ level }: Pick<RedemptionConfig, "level">): string {
  return `${level}-finance`;
}
