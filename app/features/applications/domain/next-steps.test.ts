import { expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { nextSteps } from "./next-steps";

const config: RedemptionConfig = {
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: true,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-finance"],
  publicityWorkingDays: 5,
  promisedWorkingDays: 30,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 5, correction: 15 },
};

it("names who comes next and how long each takes", () => {
  expect(nextSteps(config).map(({ step, departmentId, workingDays }) => [step, departmentId, workingDays])).toEqual([
    ["countyReview", "county-industry", 5],
    ["leadReview", "city-industry", 20],
    ["coReview", "city-finance", 7],
    ["publicity", null, 5],
    ["budget", null, 3],
    ["payment", null, 5],
  ]);
});

it("lets a fast-track case be reviewed, approved and paid in three steps and three working days", () => {
  const fast: RedemptionConfig = {
    ...config,
    mode: "快申快享",
    workflow: "fastTrack",
    countyPreReview: false,
    coDepartmentIds: [],
    publicityWorkingDays: 0,
    promisedWorkingDays: 3,
    stageWorkingDays: { ...config.stageWorkingDays, leadReview: 1, leadApproval: 1, payment: 1 },
  };
  const steps = nextSteps(fast);
  expect(steps.map(({ step, workingDays }) => [step, workingDays])).toEqual([
    ["leadReview", 2],
    ["budget", 3],
    ["payment", 1],
  ]);
});

it("leaves out what the item does not have", () => {
  expect(
    nextSteps({ ...config, countyPreReview: false, coDepartmentIds: [], publicityWorkingDays: 0 }).map(
      ({ step }) => step,
    ),
  ).toEqual(["leadReview", "budget", "payment"]);
});
