import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { item } from "~/features/policies/testing/small-catalogue";
import { addDays, yearOf } from "~/kernel/plain-date";
import { bindingCheck } from "../../use-cases/check-binding.server";
import { columnTable } from "../../testing/differential";
import { propertyRuns } from "../../testing/property-runs";
import { evaluateCondition } from "./evaluate";
import { compileExplanation } from "../explain/explain";
import { factSlots, slotValues } from "./fact-slots";
import { spansPassed } from "./passing-time";
import { buildRule } from "./rule";
import { sqlOfRules } from "../register/rule-sql";
import { leafInWords } from "~/features/policies/domain/condition-words";

const { facts: definitions, byId } = loadCatalogueFiles(path.resolve("rules"));
const operators = [
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
] as const;

const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays("2025-01-01", count));
const asked = fc.record({
  operator: fc.constantFrom(...operators),
  back: fc.integer({ min: -4, max: 1 }),
  negated: fc.boolean(),
  own: fc.option(fc.integer({ min: 2019, max: 2031 }), { nil: undefined }),
  day: days,
});

const conditionOf = (operator: (typeof operators)[number], value: number | { year: number }, negated: boolean) => {
  const leaf: Condition = { fact: "ratingYear", operator, value };
  return negated ? { not: leaf } : leaf;
};

describe("a relative year in every execution", () => {
  it("closures, columns and SQL say of it what they say of the year it stands for; json-rules-engine too", async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ operator, back, negated, own, day }) => {
        const relative = conditionOf(operator, { year: back }, negated);
        const literal = conditionOf(operator, yearOf(day) + back, negated);
        const facts: Facts = own === undefined ? {} : { ratingYear: own };
        const expected = evaluateCondition(literal, facts, day);
        expect(evaluateCondition(relative, facts, day)).toBe(expected);
        expect(columnTable({ items: [item({ conditions: relative })], facts: definitions }, [facts], day)).toEqual([
          [expected],
        ]);
        const sql = (condition: Condition) => sqlOfRules([buildRule(condition, factSlots())], definitions, day);
        expect(sql(relative)).toEqual(sql(literal));
        if (own !== undefined)
          expect((await bindingCheck({ conditions: relative }, facts, day)).result).toBe(expected === "eligible");
      }),
      propertyRuns(300),
    );
  });

  it("turns at New Year and not before", () => {
    const pv = byId.get("ah-pv-002") as PolicyItem;
    const profile = { region: "340500", pvStorageIndustry: true, rdPlatformLevel: "national", rdPlatformYear: 2026 };
    const verdictOn = (day: string) =>
      evaluateCondition(pv.conditions, { ...profile, rdPlatformType: "technologyInnovationCenter" }, day);
    expect(["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"].map(verdictOn)).toEqual([
      "ineligible",
      "eligible",
      "eligible",
      "ineligible",
    ]);
  });
});

describe("what is told of a relative year", () => {
  const condition: Condition = { fact: "ratingYear", operator: "equal", value: { year: -1 } };

  it("an item's words count from the claim", () => {
    const rating = definitions.get("ratingYear");
    if (!rating) throw new Error("no fact ratingYear");
    const names = { region: () => null, industry: () => null };
    const words = (year: number, language: "zh" | "en") =>
      leafInWords({ operator: "equal", value: { year } }, rating, language, names);
    expect([words(0, "zh"), words(-1, "zh"), words(-3, "zh")]).toEqual([
      "等级评定年份 为 申报当年",
      "等级评定年份 为 申报上一年",
      "等级评定年份 为 申报当年前 3 年",
    ]);
    expect(words(-1, "en")).toBe(`${rating.en} is the year before the claim`);
    expect(words(-3, "en")).toBe(`${rating.en} is 3 years before the year of the claim`);
  });

  it("a firm is told the year itself", () => {
    const slots = factSlots();
    const explain = compileExplanation(buildRule(condition, slots), definitions);
    expect(explain(slotValues({ ratingYear: 2024 }, slots), "2026-11-30")).toMatchObject({ value: 2025, own: 2024 });
  });

  it("on New Year's day the firms whose year it was or becomes are looked at again", () => {
    const rules = [buildRule(condition, factSlots())];
    expect(spansPassed(rules, "2026-12-31", "2027-01-01")).toEqual([{ fact: "ratingYear", since: 2025, until: 2027 }]);
    expect(spansPassed(rules, "2026-12-30", "2026-12-31")).toEqual([]);
  });
});
