import { describe, expect, it } from "vitest";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { changeLink, originOf } from "./change-link";

const fact = (name: string) => ({ name, group: "finance" }) as FactDefinition;
const link = (name: string) => changeLink(fact(name), originOf(fact(name), new Set(["techRenovationEquipment"])), "d1");

describe("changing a figure on the check page", () => {
  it("leads into the field of the draft or of the profile's group, and back", () => {
    expect(link("techRenovationEquipment")).toBe("/firm/drafts/d1?from=check#techRenovationEquipment");
    expect(link("annualRevenue")).toBe("/firm/profile/finance?all=&back=%2Ffirm%2Fdrafts%2Fd1%2Fcheck#annualRevenue");
  });

  it("offers none for what is worked out and for what the register of firms says", () =>
    expect([link("size"), link("region"), link("creditCode")]).toEqual([null, null, null]));
});
