import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { diagramOf } from "./diagram";

const config: RedemptionConfig = {
  mode: "申报审批",
  workflow: "reviewed",
  level: "city",
  regionCode: "340500",
  countyPreReview: true,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-science"],
  publicityWorkingDays: 5,
  experts: 3,
  siteVisit: true,
  batch: { quota: 5, proRata: true },
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
};
const eventsBetween = (from: string, to: string, settings = config) =>
  diagramOf(settings).edges.find((edge) => edge.from === from && edge.to === to)?.events;

describe("the diagram of a workflow", () => {
  it("has the main line of the item", () => {
    expect(diagramOf(config).main).toEqual([
      "draft",
      "countyReview",
      "assessment",
      "departmentReview",
      "ranking",
      "publicity",
      "budgetCheck",
      "payment",
      "closed",
    ]);
    expect(diagramOf({ ...config, workflow: "applyFree" }).main).toEqual([
      "draft",
      "creditCheck",
      "listApproval",
      "publicity",
      "confirming",
      "budgetCheck",
      "payment",
      "closed",
    ]);
    expect(
      diagramOf({
        ...config,
        workflow: "fastTrack",
        countyPreReview: false,
        coDepartmentIds: [],
        experts: 0,
        siteVisit: false,
        batch: null,
        publicityWorkingDays: 0,
      }).main,
    ).toEqual(["draft", "departmentReview", "budgetCheck", "payment", "closed"]);
  });
  it("names what leads from one state to the next", () => {
    expect(eventsBetween("countyReview", "assessment")).toEqual(["PASS_COUNTY"]);
    expect(eventsBetween("publicity", "budgetCheck")).toEqual(["PUBLICITY_ENDED"]);
    expect(eventsBetween("publicity", "departmentReview")).toEqual(["OBJECTION_UPHELD"]);
    expect(eventsBetween("rejected", "reconsidering")).toEqual(["RECONSIDERATION_ASKED"]);
    expect(eventsBetween("payment", "closed")).toEqual(["PAYMENT_PAID"]);
    expect(eventsBetween("ranking", "rejected")).toEqual(["NOT_SELECTED"]);
  });
});
