import { describe, expect, it } from "vitest";
import { checkFacts, faultOfFact } from "./check-facts";
import type { FactDefinition } from "~/features/policies/domain/policy-item";

const define = (type: FactDefinition["type"]): FactDefinition => ({
  name: type,
  type,
  unit: null,
  values: type === "enum" ? [{ value: "small", zh: "小型", en: "Small" }] : null,
  ordered: false,
  zh: type,
  en: type,
  question: "?",
  help: "?",
  questionEn: "?",
  helpEn: "?",
  group: "g",
  scope: "enterprise",
  authority: null,
  min: null,
  max: null,
});

describe("a value fits the type of its fact", () => {
  it.each([
    ["boolean", true],
    ["integer", 3],
    ["integer", -3],
    ["year", 2024],
    ["yuan", 0.01],
    ["number", 1.9],
    ["percent", 0],
    ["date", "2024-02-29"],
    ["enum", "small"],
    ["string", "慈湖高新区"],
    ["code", "340503"],
  ] as const)("%s takes %o", (type, value) => {
    expect(faultOfFact(value, define(type))).toBeNull();
  });
  it.each([
    ["boolean", "true"],
    ["boolean", 1],
    ["integer", 3.5],
    ["integer", "3"],
    ["year", "2024"],
    ["yuan", "100"],
    ["yuan", true],
    ["number", Number.NaN],
    ["percent", [3]],
    ["date", "2023-02-29"],
    ["date", "20240101"],
    ["date", 20240101],
    ["enum", "giant"],
    ["enum", 1],
    ["string", ""],
    ["code", 340503],
    ["string", {}],
  ] as const)("%s refuses %o", (type, value) => {
    expect(faultOfFact(value, define(type))).toMatch(/^must be/);
  });
});

const definitions = new Map((["integer", "enum"] as const).map((type) => [type as string, define(type)]));

it("takes null as absent", () => {
  expect(checkFacts({ integer: null, enum: "small" }, definitions)).toEqual({ facts: { enum: "small" } });
});

it("names the first fault", () => {
  expect(checkFacts({ enum: "small", nothing: 1 }, definitions)).toEqual({ fault: 'unknown fact "nothing"' });
  expect(checkFacts({ integer: "7" }, definitions)).toEqual({
    fault: 'fact "integer" must be a whole number, got "7"',
  });
  expect(checkFacts({ enum: "giant" }, definitions)).toEqual({
    fault: 'fact "enum" must be one of small, got "giant"',
  });
  expect(checkFacts(JSON.parse('{"__proto__": 1}') as Record<string, unknown>, definitions)).toEqual({
    fault: 'unknown fact "__proto__"',
  });
});
