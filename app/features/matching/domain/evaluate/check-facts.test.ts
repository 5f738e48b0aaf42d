import { describe, expect, it } from "vitest";
import { checkFacts, faultOfFact } from "./check-facts";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";

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

const today = "2026-11-24";

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
    expect(faultOfFact(value, define(type), today)).toBeNull();
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
    expect(faultOfFact(value, define(type), today)).toMatch(/^must be/);
  });
});

const definitions = new Map(
  (["integer", "enum", "yuan", "date"] as const).map((type) => [type as string, define(type)]),
);

const check = (input: Record<string, unknown>) => checkFacts(input, definitions, codes, today);

const codes = {
  regions: new Set(["340503", "510000"]),
  industries: new Map(["C", "C34", "C3411", "H6110"].map((code) => [code, {}])),
};

it("reads days as people write them", () => {
  expect(check({ date: "2020年1月2日" })).toEqual({ facts: { date: "2020-01-02" } });
});

it.each([
  ["industry", "C3411", "C3411"],
  ["industry", "3411", "C3411"],
  ["industry", "h6110", "H6110"],
  ["industry", "Ｈ6110", "H6110"],
  ["industry", "\u200b6110 ", "H6110"],
  ["industry", "34", "C34"],
  ["industry", "9999", null],
  ["industry", "H3411", null],
  ["industry", 3411, null],
  ["region", "３４０５０３", "340503"],
  ["region", "510302", "510302"],
  ["region", "999999", null],
])("%s %s is understood or refused, never passed over", (name, given, value) => {
  const definition = { ...define("code"), name };
  expect(checkFacts({ [name]: given }, new Map([[name, definition]]), codes, today)).toEqual(
    value === null
      ? { fault: `fact "${name}" must be a code of its registry, got ${JSON.stringify(given)}` }
      : { facts: { [name]: value } },
  );
});

it("takes null as absent", () => {
  expect(check({ integer: null, enum: "small" })).toEqual({ facts: { enum: "small" } });
});

it("names the first fault", () => {
  expect(check({ enum: "small", nothing: 1 })).toEqual({ fault: 'unknown fact "nothing"' });
  expect(check({ integer: "7" })).toEqual({ fault: 'fact "integer" must be a whole number, got "7"' });
  expect(check({ yuan: "500万" })).toEqual({ fault: 'fact "yuan" must be a number, got "500万"' });
  expect(check({ enum: "giant" })).toEqual({
    fault: 'fact "enum" must be one of small, got "giant"',
  });
  expect(check(JSON.parse('{"__proto__": 1}') as Record<string, unknown>)).toEqual({
    fault: 'unknown fact "__proto__"',
  });
});
