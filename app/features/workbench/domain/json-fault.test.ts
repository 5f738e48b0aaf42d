import { describe, expect, it } from "vitest";
import { policyItemSchema } from "~/features/policies/domain/policy-item";
import { shapeProblems } from "~/features/policies/domain/shape-problems";
import { jsonFault } from "./json-fault";
import { problemInWords } from "./problem-words";
import { typedSettingsSchema } from "./redemption-settings";

const faultOf = (text: string): string => {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return jsonFault(text, (error as Error).message);
  }
};

describe("text that is no JSON", () => {
  it.each([
    ["{", "没有写完|第 1 行第 2 列"],
    ['{\n  "a": 1,\n}', "第 3 行第 1 列"],
    ['{"a": 1\n, "b" 2}', "第 2 行第 7 列"],
    ['{"a":}', "“}”处"],
    ["", "没有写完"],
  ])("%j is told with its place", (text, zh) => {
    const fault = faultOf(text);
    expect(problemInWords(fault, "zh")).toMatch(new RegExp(zh));
    expect(problemInWords(fault, "en")).not.toBe(fault);
    expect(problemInWords(fault, "en")).toMatch(/JSON|not complete/);
  });
});

describe("JSON that is no item or no settings", () => {
  const reasons = [
    ...shapeProblems(
      typedSettingsSchema.safeParse({
        experts: "many",
        siteVisit: 1,
        jury: 3,
        coDepartmentIds: "x",
        correctionClock: "stop",
      }).error?.issues ?? [],
    ),
    ...shapeProblems(
      policyItemSchema.safeParse({
        id: 7,
        level: "village",
        amount: { kind: "gift" },
        conditions: { fact: "x", operator: "like", value: 1 },
        document: [],
        materials: null,
      }).error?.issues ?? [],
    ),
  ].map(({ reason }) => reason);
  it.each([...new Set(reasons)])("%s has words in both languages", (reason) => {
    expect(problemInWords(reason, "zh")).toMatch(/\p{Script=Han}/u);
    expect(problemInWords(reason, "en")).not.toMatch(/Invalid|Unrecognized|received/);
  });
  it("meets all kinds of mistakes", () => expect(new Set(reasons).size).toBeGreaterThan(8));
});
