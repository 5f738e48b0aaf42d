import { describe, expect, it } from "vitest";
import { permissionsOf } from "~/access/permissions";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { decide, readCase, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";
import { eventOf, isReviewAction, openActions } from "./review-actions";
import { openTasks } from "./tasks";

const config: RedemptionConfig = {
  mode: "申报审批",
  level: "city",
  regionCode: "340500",
  countyPreReview: true,
  leadDepartmentId: "city-industry",
  coDepartmentIds: ["city-science"],
  publicityWorkingDays: 5,
  stageWorkingDays: { countyReview: 5, leadReview: 10, coReview: 7, budgetCheck: 3, payment: 3, correction: 10 },
  promisedWorkingDays: 60,
};
const firmRegion = "340503";
const county = { actorId: "county", departmentId: "county-industry", regionCode: firmRegion, mayApprove: false };
const first = { actorId: "first", departmentId: "city-industry", regionCode: "340500", mayApprove: true };
const second = { ...first, actorId: "second" };
const science = { ...first, actorId: "science", departmentId: "city-science" };

function after(events: readonly CaseEvent[]): StoredSnapshot | null {
  return events.reduce<StoredSnapshot | null>((stored, event) => {
    const decision = decide(config, stored, event);
    if (!decision.ok) throw new Error(`${event.type}: ${decision.code}`);
    return decision.stored;
  }, null);
}

const submitted: CaseEvent[] = [{ type: "SUBMIT" }];
const atDepartments: CaseEvent[] = [...submitted, { type: "PASS_COUNTY", actorId: "county" }];
const recommended: CaseEvent[] = [...atDepartments, { type: "RECOMMEND_APPROVAL", actorId: "first" }];
const agreed: CaseEvent[] = [...recommended, { type: "CO_AGREE", actorId: "science", departmentId: "city-science" }];
const corrected: CaseEvent[] = [
  ...atDepartments,
  { type: "REQUEST_CORRECTION", actorId: "first" },
  { type: "RESUBMIT" },
];

/** What a person may do, by the work that the person's own office holds. */
function actions(events: readonly CaseEvent[], who: typeof first): string[] {
  const { isIn, can } = readCase(config, after(events));
  const own = openTasks(config, firmRegion, isIn).filter(
    (task) => task.departmentId === who.departmentId && task.regionCode === who.regionCode,
  );
  return openActions(
    own.map((task) => task.stage),
    permissionsOf(who.mayApprove ? ["approver"] : ["reviewer"], null),
    can,
    who.actorId,
    who.departmentId,
  ).toSorted();
}

describe("what an official may do", () => {
  it.each<[string, CaseEvent[], typeof first, string[]]>([
    ["the county's office comes first", submitted, county, ["PASS_COUNTY", "REQUEST_CORRECTION"]],
    ["no office of another county", submitted, { ...county, regionCode: "340504" }, []],
    ["no city department before the county is through", submitted, first, []],
    ["the county is through then", atDepartments, county, []],
    [
      "the lead department reviews",
      atDepartments,
      first,
      ["RECOMMEND_APPROVAL", "RECOMMEND_REJECTION", "REQUEST_CORRECTION"],
    ],
    ["the correction notice is given once", corrected, first, ["RECOMMEND_APPROVAL", "RECOMMEND_REJECTION"]],
    ["the co-department answers at the same time", atDepartments, science, ["CO_AGREE", "CO_DISAGREE"]],
    ["an answer is given once", agreed, science, []],
    ["the first reviewer cannot decide", agreed, first, []],
    ["a second person can", agreed, second, ["APPROVE", "REJECT", "SEND_BACK"]],
    ["not without the approver's permission", agreed, { ...second, mayApprove: false }, []],
    ["nobody decides again during publicity", [...agreed, { type: "APPROVE", actorId: "second" }], second, []],
    ["nor while the firm corrects", corrected.slice(0, -1), first, []],
  ])("%s", (_what, events, who, expected) => expect(actions(events, who)).toEqual(expected));
});

describe("an action from a form", () => {
  it("is known by name, not by what every object has", () => {
    expect(["APPROVE", "PAYMENT_PAID", "BUDGET_RESERVED", "toString", ""].map(isReviewAction)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("names the department only where several are asked", () => {
    expect(eventOf("CO_AGREE", "person", "city-science")).toEqual({
      type: "CO_AGREE",
      actorId: "person",
      departmentId: "city-science",
    });
    expect(eventOf("APPROVE", "person", "city-industry")).toEqual({ type: "APPROVE", actorId: "person" });
  });
});
