import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import type { FlatLeaf } from "./flat-leaf";
import type { Score } from "./score";
import { scoreThresholds } from "./score-thresholds";

const { facts } = loadCatalogueFiles("rules");

function rightOf(text: string, wanted: FlatLeaf, own: FlatLeaf): { asked: number; right: number } {
  const none = { asked: 0, right: 0 };
  const score: Score = {
    amounts: none,
    thresholds: { asked: 0, right: 0 },
    facts: none,
    invented: { asked: 0, found: 0 },
    beside: { asked: 0, found: 0 },
    notStated: 0,
    misses: [],
  };
  scoreThresholds(score, { stored: [wanted], drafted: [own], text, facts });
  return score.thresholds;
}

describe("thresholds that are compared", () => {
  const age = (operator: string, value: number) => ({ fact: "registeredOn", operator, value });
  const years = (operator: string, value: number) => ({ fact: "yearsSinceSettled", operator, value });

  it("takes an age by its day and by a count of years for the same", () => {
    const text = "落户4年以内";
    expect(rightOf(text, years("lessThanInclusive", 4), age("withinYears", 4))).toEqual({ asked: 1, right: 1 });
    expect(rightOf(text, age("withinYears", 4), years("lessThan", 4))).toEqual({ asked: 1, right: 1 });
    expect(rightOf(text, age("not withinYears", 4), years("greaterThanInclusive", 4)).right).toBe(1);
    expect(rightOf(text, age("not withinYears", 4), years("lessThanInclusive", 4)).right).toBe(0);
    expect(rightOf(text, age("withinYears", 4), years("lessThanInclusive", 3)).right).toBe(0);
    const people = { fact: "employees", operator: "lessThanInclusive", value: 4 };
    expect(rightOf(text, age("withinYears", 4), people).right).toBe(0);
  });

  it("asks for no age of an accounting year, and for no sum that is only paid", () => {
    expect(rightOf("按一个年度内到位资金", age("withinYears", 1), age("withinYears", 1)).asked).toBe(0);
    const revenue = { fact: "annualRevenue", operator: "greaterThanInclusive", value: 900_000 };
    expect(rightOf("按营业收入补助，最高90万元", revenue, revenue).asked).toBe(0);
    expect(rightOf("营业收入90万元以上", revenue, revenue)).toEqual({ asked: 1, right: 1 });
  });
});
