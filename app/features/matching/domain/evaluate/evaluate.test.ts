import { describe, expect, it } from "vitest";
import { evaluateCondition } from "./evaluate";
import { factSlots } from "./fact-slots";
import { buildRule, factsOfRule } from "./rule";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";

const today = "2026-11-22";
const verdict = (condition: Condition, facts: Facts) => evaluateCondition(condition, facts, today);
const leaf = (fact: string): Condition => ({ fact, operator: "equal", value: true });
const facts: Facts = { yes: true, no: false };
const [t, f, u] = [leaf("yes"), leaf("no"), leaf("absent")];

describe("Kleene's tables", () => {
  const rows: [string, Condition, string][] = [
    ["all true", { all: [t, t] }, "eligible"],
    ["all with one false", { all: [t, f] }, "ineligible"],
    ["all true and unknown", { all: [t, u] }, "unknown"],
    ["all unknown then false", { all: [u, f] }, "ineligible"],
    ["any false", { any: [f, f] }, "ineligible"],
    ["any with one true", { any: [f, t] }, "eligible"],
    ["any false and unknown", { any: [f, u] }, "unknown"],
    ["any unknown then true", { any: [u, t] }, "eligible"],
    ["not true", { not: t }, "ineligible"],
    ["not false", { not: f }, "eligible"],
    ["not unknown", { not: u }, "unknown"],
    ["not all(true, unknown)", { not: { all: [t, u] } }, "unknown"],
    ["not all(false, unknown)", { not: { all: [f, u] } }, "eligible"],
    ["not any(true, unknown)", { not: { any: [t, u] } }, "ineligible"],
    ["not any(false, unknown)", { not: { any: [f, u] } }, "unknown"],
    ["not not true", { not: { not: t } }, "eligible"],
    ["a leaf alone", t, "eligible"],
  ];
  it.each(rows)("%s", (_name, condition, expected) => {
    expect(verdict(condition, facts)).toBe(expected);
  });
});

it("empty groups are true, as in json-rules-engine, and their negation false", () => {
  expect(verdict({ all: [] }, {})).toBe("eligible");
  expect(verdict({ any: [] }, {})).toBe("eligible");
  expect(verdict({ not: { all: [] } }, {})).toBe("ineligible");
  expect(verdict({ not: { any: [] } }, {})).toBe("ineligible");
});

describe("an unknown fact never counts", () => {
  it.each(["notEqual", "notIn", "doesNotContain", "lessThan"] as const)("%s of nothing is not told", (operator) => {
    const condition = { fact: "x", operator, value: operator === "notIn" ? ["a"] : 1 } as Condition;
    expect(verdict(condition, {})).toBe("unknown");
    expect(verdict(condition, { x: null } as unknown as Facts)).toBe("unknown");
    expect(verdict({ not: condition }, {})).toBe("unknown");
  });
  it("zero, false and empty text are known", () => {
    expect(verdict({ fact: "x", operator: "equal", value: 0 }, { x: 0 })).toBe("eligible");
    expect(verdict({ fact: "x", operator: "equal", value: false }, { x: false })).toBe("eligible");
    expect(verdict({ fact: "x", operator: "notEqual", value: "a" }, { x: "" })).toBe("eligible");
  });
  it("names that every object inherits are facts like others", () => {
    expect(verdict({ fact: "constructor", operator: "notEqual", value: 1 }, {})).toBe("unknown");
  });
});

describe("intermediate form", () => {
  it("pushes not to the leaves, flattens, and keeps the place in the text", () => {
    const rule = buildRule({ all: [t, { not: { any: [f, { not: u }] } }] }, factSlots());
    expect(rule).toMatchObject({
      kind: "all",
      children: [
        { kind: "leaf", negated: false, path: "/all/0" },
        { kind: "leaf", negated: true, path: "/all/1/not/any/0" },
        { kind: "leaf", negated: false, path: "/all/1/not/any/1/not" },
      ],
    });
    expect(factsOfRule(rule)).toEqual(["yes", "no", "absent"]);
  });
  it("gives each fact one slot over all rules", () => {
    const slots = factSlots(["no"]);
    buildRule({ all: [t, f] }, slots);
    buildRule({ any: [u, t] }, slots);
    expect(slots.names).toEqual(["no", "yes", "absent"]);
  });
});
