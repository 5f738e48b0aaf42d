import { describe, expect, it } from "vitest";
import { demoStaff } from "~/features/identity/domain/demo-accounts";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";
import { countyDepartment } from "~/features/redemption/domain/tasks";

const catalogue = loadCatalogueFiles("rules", { demo: true });
const people = (departmentId: string, role: "reviewer" | "approver" | "departmentHead" | "expert") =>
  demoStaff.filter((person) => person.departmentId === departmentId && person.roles.includes(role)).length;

describe("the offices of the demonstration zone", () => {
  const items = catalogue.items.filter(({ document }) => document.demo);
  const offices = items.map((item) => redemptionConfigOf(item, catalogue));

  it("have somebody who examines and somebody else who decides wherever an item is theirs", () => {
    const leads = [...new Set(offices.map(({ leadDepartmentId }) => leadDepartmentId))];
    expect(leads.length).toBeGreaterThan(5);
    expect(leads.filter((office) => people(office, "reviewer") === 0 || people(office, "approver") === 0)).toEqual([]);
  });

  it("have somebody who had no part in a decision, to answer who objects to it", () => {
    const leads = [...new Set(offices.map(({ leadDepartmentId }) => leadDepartmentId))];
    expect(leads.filter((office) => people(office, "departmentHead") === 0)).toEqual([]);
  });

  it("have somebody of the first firm's county to examine first wherever an item asks for it", () => {
    const counties = [
      ...new Set(
        offices.filter((office) => office.countyPreReview).map((office) => countyDepartment(office.leadDepartmentId)),
      ),
    ];
    expect(counties.length).toBeGreaterThan(5);
    expect(counties.filter((office) => people(office, "reviewer") === 0)).toEqual([]);
  });

  it("have as many experts as an item's panel takes", () => {
    const panels = offices.filter(({ experts = 0 }) => experts > 0);
    expect(panels.length).toBeGreaterThan(1);
    expect(panels.filter((office) => people(office.leadDepartmentId, "expert") < (office.experts ?? 0))).toEqual([]);
  });

  it("have somebody to join in wherever an item asks them to", () => {
    const joined = [...new Set(offices.flatMap(({ coDepartmentIds }) => coDepartmentIds))];
    expect(joined.length).toBeGreaterThan(1);
    expect(joined.filter((office) => people(office, "reviewer") === 0)).toEqual([]);
  });
});

it("every treasury of the demo has one who makes, one who releases, and one who notes what the bank paid", () => {
  const officers = demoStaff.filter(({ roles }) => roles.includes("finance"));
  const regions = [...new Set(demoStaff.flatMap(({ regionCode }) => regionCode ?? []))];
  expect(regions).toHaveLength(2);
  for (const region of regions)
    expect(
      officers.filter(({ regionCode }) => regionCode === region),
      region,
    ).toHaveLength(3);
});
