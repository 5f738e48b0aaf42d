import { describe, expect, it } from "vitest";
import { item, smallCatalogue } from "../testing/small-catalogue";
import { buildCatalogue } from "./build-catalogue";
import type { PolicyItem } from "./policy-item";
import { redemptionConfigOf, type RedemptionFile } from "./redemption-config";

function configOf(parts: Partial<PolicyItem>, overrides: RedemptionFile["overrides"] = []) {
  const one = item(parts);
  const small = smallCatalogue([one]);
  return redemptionConfigOf(one, buildCatalogue({ ...small, redemption: { ...small.redemption, overrides } }));
}

describe("redemptionConfigOf", () => {
  it("lets the county look first where a city's steps say so", () => {
    expect(configOf({ steps: ["县区初审", "部门审核"] }).countyPreReview).toBe(true);
    expect(configOf({ steps: ["部门审核"] }).countyPreReview).toBe(false);
    expect(configOf({ level: "province", steps: ["县区初审"] }).countyPreReview).toBe(false);
  });

  it("names the departments by id, each once", () => {
    const config = configOf({ coDepartments: ["市财政局"] }, [
      { document: "mas-demo", coDepartments: ["city-finance"], why: "示例" },
    ]);
    expect(config).toMatchObject({ leadDepartmentId: "city-industry", coDepartmentIds: ["city-finance"] });
  });

  it("never asks the lead department a second time as a co-department", () => {
    expect(configOf({ coDepartments: ["市经济和信息化局", "市财政局"] }).coDepartmentIds).toEqual(["city-finance"]);
  });

  it("publicises every reviewed case five working days, others three where their steps say so", () => {
    expect(configOf({ mode: "申报审批", steps: [] }).publicityWorkingDays).toBe(5);
    expect(configOf({ mode: "免申即享", steps: ["部门数据比对", "公示"] }).publicityWorkingDays).toBe(3);
    expect(configOf({ mode: "快申快享", steps: ["资金拨付"] }).publicityWorkingDays).toBe(0);
  });

  it.each([
    ["免申即享", 5],
    ["快申快享", 3],
    ["申报审批", 60],
  ] as const)("promises %s within %i working days", (mode, days) =>
    expect(configOf({ mode }).promisedWorkingDays).toBe(days),
  );
  it("keeps the promise of the text", () => expect(configOf({ processingDays: 20 }).promisedWorkingDays).toBe(20));

  it("lets the document's override decide, for its own document only", () => {
    const override = { countyPreReview: false, publicityWorkingDays: 7, why: "示例" };
    expect(configOf({}, [{ document: "mas-demo", ...override }])).toMatchObject({
      countyPreReview: false,
      publicityWorkingDays: 7,
    });
    expect(configOf({}, [{ document: "mas-other", ...override }])).toMatchObject({
      countyPreReview: true,
      publicityWorkingDays: 5,
    });
  });
});
