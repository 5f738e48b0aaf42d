import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { coRegion } from "./co-region";
import { daysOf } from "./stage-days";

export const taskStages = [
  "listApproval",
  "countyReview",
  "siteVisit",
  "expertScore",
  "leadReview",
  "leadApproval",
  "coReview",
  "conferral",
  "headDecision",
  "ranking",
  "admission",
  "objection",
  "budgetCheck",
  "payment",
  "reconsideration",
  "followUp",
  "afterCheck",
  "evaluation",
  "recoveryApproval",
  "recovery",
] as const;
export type TaskStage = (typeof taskStages)[number];

/** Work that waits in one office. */
export type CaseTask = { stage: TaskStage; departmentId: string; regionCode: string; workingDays: number };

/** Whether a snapshot stands in a state, as `snapshot.matches` says. */
export type Matches = (state: string) => boolean;

/** States of the lead department's own work. */
function leadStages({ workflow }: RedemptionConfig): Readonly<Record<string, TaskStage>> {
  return {
    listApproval: "listApproval",
    "review.assessment.visit.due": "siteVisit",
    "review.assessment.panel.scoring": "expertScore",
    "review.departments.lead.reviewing": "leadReview",
    "review.departments.lead.recommended": "leadApproval",
    "review.departments.lead.refusing": "leadApproval",
    "review.departments.accord.conferring": "conferral",
    "review.departments.accord.meeting": "conferral",
    "review.departments.accord.escalated": "headDecision",
    ranking: "ranking",
    "publicity.screening": "admission",
    "publicity.disputed": "objection",
    reconsidering: "reconsideration",
    "closed.rating.followUp": "followUp",
    "closed.check.due": workflow === "fastTrack" ? "afterCheck" : "evaluation",
    "closed.money.proposed": "recoveryApproval",
  };
}

const treasuryStages: Readonly<Record<string, TaskStage>> = {
  budgetCheck: "budgetCheck",
  awaitingBudget: "budgetCheck",
  payment: "payment",
  "closed.money.demanded": "recovery",
};

/** The work a case waits for, and at whose office; `firmRegion` is the firm's county. */
export function openTasks(config: RedemptionConfig, firmRegion: string, isIn: Matches): CaseTask[] {
  const { regionCode, leadDepartmentId } = config;
  const task = (stage: TaskStage, departmentId: string, region = regionCode): CaseTask => ({
    stage,
    departmentId,
    regionCode: region,
    workingDays: daysOf(config, stage),
  });
  const county = isIn("review.county") ? [task("countyReview", countyDepartment(leadDepartmentId), firmRegion)] : [];
  const tasksIn = (stages: Readonly<Record<string, TaskStage>>, departmentId: string) =>
    Object.entries(stages).flatMap(([state, stage]) => (isIn(state) ? [task(stage, departmentId)] : []));
  const others = config.coDepartmentIds.flatMap((id) =>
    isIn(`review.departments.${coRegion(id)}.reviewing`) ? [task("coReview", id)] : [],
  );
  return [
    ...county,
    ...tasksIn(leadStages(config), leadDepartmentId),
    ...others,
    ...tasksIn(treasuryStages, financeDepartment(config)),
  ];
}

/** The county's office of the same function. */
export function countyDepartment(departmentId: string): string {
  return departmentId.replace(/^(national|province|city)-/, "county-");
}

/** The treasury of the level that pays. */
export function financeDepartment({ level }: Pick<RedemptionConfig, "level">): string {
  return `${level}-finance`;
}
