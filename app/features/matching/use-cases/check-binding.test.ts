import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bindingCheck, engineVersion } from "./check-binding.server";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";

const today = "2026-11-22";
const check = (conditions: Condition, facts: Facts) => bindingCheck({ conditions }, facts, today);

it("names the version that is installed", () => {
  const manifest = JSON.parse(readFileSync("node_modules/json-rules-engine/package.json", "utf8")) as {
    version: string;
  };
  expect(engineVersion).toBe(manifest.version);
});

describe("binding check", () => {
  it("decides a rule that is a single comparison", async () => {
    const leaf: Condition = { fact: "staff", operator: "greaterThanInclusive", value: 10 };
    expect(await check(leaf, { staff: 10 })).toEqual({
      result: true,
      engine: "json-rules-engine",
      version: "7.3.1",
      today,
      leaves: [{ fact: "staff", operator: "greaterThanInclusive", value: 10, own: 10, result: true }],
      absent: [],
    });
    expect((await check(leaf, { staff: 9 })).result).toBe(false);
    expect((await check({ not: leaf }, { staff: 9 })).result).toBe(true);
  });
  it("knows the operators of this catalogue", async () => {
    const conditions: Condition = {
      all: [
        { fact: "region", operator: "startsWithAny", value: ["3405"] },
        { not: { fact: "registeredOn", operator: "withinYears", value: 1 } },
      ],
    };
    const answer = await check(conditions, { region: "340503", registeredOn: "2025-11-01" });
    expect(answer.result).toBe(true);
    expect(answer.leaves.map((leaf) => leaf.result)).toEqual([true, false]);
    expect((await check(conditions, { region: "340503", registeredOn: "2025-12-01" })).result).toBe(false);
  });
  it("names absent facts: notEqual holds of nothing, so the answer does not bind", async () => {
    const answer = await check({ all: [{ fact: "grade", operator: "notEqual", value: "IV" }] }, {});
    expect(answer).toMatchObject({ result: true, absent: ["grade"], leaves: [{ own: null, result: true }] });
    expect(
      (await check({ fact: "grade", operator: "notEqual", value: "IV" }, { grade: null } as unknown as Facts)).absent,
    ).toEqual(["grade"]);
  });
  it("runs side by side without losing rules", async () => {
    const leaf: Condition = { fact: "n", operator: "equal", value: 1 };
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => check(leaf, { n: index % 2 })));
    expect(answers.map((answer) => answer.result)).toEqual(answers.map((_, index) => index % 2 === 1));
  });
});
