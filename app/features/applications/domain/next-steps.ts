import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { daysOf } from "~/features/redemption/domain/stage-days";
import { countyDepartment } from "~/features/redemption/domain/tasks";

/** A step that lies ahead of a submitted application; periods in working days. */
export type NextStep = {
  step: "countyReview" | "leadReview" | "coReview" | "publicity" | "budget" | "payment";
  departmentId: string | null;
  workingDays: number;
};

/** What an application goes through after it was submitted, in order, as its item is configured. */
export function nextSteps(config: RedemptionConfig): NextStep[] {
  const { stageWorkingDays: days, leadDepartmentId } = config;
  return [
    ...(config.countyPreReview
      ? [
          {
            step: "countyReview" as const,
            departmentId: countyDepartment(leadDepartmentId),
            workingDays: days.countyReview,
          },
        ]
      : []),
    {
      step: "leadReview",
      departmentId: leadDepartmentId,
      workingDays: daysOf(config, "leadReview") + daysOf(config, "leadApproval"),
    },
    ...config.coDepartmentIds.map((departmentId) => ({
      step: "coReview" as const,
      departmentId,
      workingDays: days.coReview,
    })),
    ...(config.publicityWorkingDays > 0
      ? [{ step: "publicity" as const, departmentId: null, workingDays: config.publicityWorkingDays }]
      : []),
    { step: "budget", departmentId: null, workingDays: days.budgetCheck },
    { step: "payment", departmentId: null, workingDays: days.payment },
  ];
}
