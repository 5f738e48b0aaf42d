import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { amountOf } from "./amount";
import { sumInWords } from "./sum-words";

const registry = loadCatalogueFiles("rules");
const itemOf = (id: string): PolicyItem => {
  const item = registry.byId.get(id);
  if (!item) throw new Error(id);
  return item;
};

const lines = (id: string, facts: Facts) =>
  sumInWords(itemOf(id), facts, [], registry, "zh").map(({ text, sum }) => `${text} = ${sum ?? "—"}`);

describe("how a sum comes about, in words", () => {
  it("says base × rate, coefficient and total with the firm's own figures", () => {
    expect(lines("mas-mfg22-003", { techRenovationEquipment: 3_500_000, landEfficiencyRating: "A" })).toEqual([
      "技改设备不含税额 350 万元 × 10%，最高 5,000,000 元 = 350,000",
      expect.stringMatching(/^乘以系数 1\.1（.+A.*） = 385,000$/) as string,
      "测算金额 = 385,000",
    ]);
  });

  it("says the cap where it cuts, and only there", () => {
    const cut = lines("mas-mfg22-003", { techRenovationEquipment: 80_000_000, landEfficiencyRating: "none" });
    expect(cut.slice(0, 2)).toEqual([
      "技改设备不含税额 8000 万元 × 10%，最高 5,000,000 元 = 8,000,000",
      "封顶 5,000,000 元 = 5,000,000",
    ]);
  });

  it("has words in both languages for every item of the catalogue, and ends at the rule's sum before the shares", () => {
    for (const item of registry.items) {
      for (const language of ["zh", "en"] as const) {
        const told = sumInWords(item, {}, [], registry, language);
        expect(
          told.every(({ text }) => text !== "" || item.amount.kind === "service"),
          item.id,
        ).toBe(true);
      }
      expect(sumInWords(item, {}, [], registry, "zh").some(({ text }) => text === "测算金额")).toBe(true);
      expect(amountOf(item, {}, []).trace.length, item.id).toBeGreaterThan(0);
    }
  });
});
