import { describe, expect, it } from "vitest";
import { demoStaff } from "~/features/identity/domain/demo-accounts";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { redemptionConfigOf } from "~/features/policies/domain/redemption-config";

const catalogue = loadCatalogueFiles("rules", { demo: true });
const people = (departmentId: string, role: "reviewer" | "approver") =>
  demoStaff.filter((person) => person.departmentId === departmentId && person.roles.includes(role)).length;

describe("the offices of the demonstration zone", () => {
  const items = catalogue.items.filter(({ document }) => document.demo);
  const offices = items.map((item) => redemptionConfigOf(item, catalogue));

  it("have somebody who examines and somebody else who decides wherever an item is theirs", () => {
    const leads = [...new Set(offices.map(({ leadDepartmentId }) => leadDepartmentId))];
    expect(leads.length).toBeGreaterThan(5);
    expect(leads.filter((office) => people(office, "reviewer") === 0 || people(office, "approver") === 0)).toEqual([]);
  });

  it("have somebody to join in wherever an item asks them to", () => {
    const joined = [...new Set(offices.flatMap(({ coDepartmentIds }) => coDepartmentIds))];
    expect(joined.length).toBeGreaterThan(1);
    expect(joined.filter((office) => people(office, "reviewer") === 0)).toEqual([]);
  });
});
