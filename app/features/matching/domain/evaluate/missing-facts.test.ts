import { expect, it } from "vitest";
import { factSlots, slotValues } from "./fact-slots";
import { compileMissingFacts } from "./missing-facts";
import { buildRule } from "./rule";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";

function missing(condition: Condition, facts: Facts): readonly string[] {
  const slots = factSlots();
  const rule = buildRule(condition, slots);
  return compileMissingFacts(rule)(slotValues(facts, slots), "2026-11-22");
}

const leaf = (fact: string): Condition => ({ fact, operator: "equal", value: true });

it("names unknown facts in the order of the text, each once", () => {
  expect(missing({ all: [leaf("b"), { any: [leaf("a"), leaf("b")] }, leaf("c")] }, {})).toEqual(["b", "a", "c"]);
});

it("asks nothing where the verdict is settled", () => {
  expect(missing({ all: [leaf("a"), leaf("b")] }, { a: false })).toEqual([]);
  expect(missing({ any: [leaf("a"), leaf("b")] }, { a: true })).toEqual([]);
});

it("leaves out branches that other facts have settled", () => {
  const condition: Condition = { all: [{ any: [{ all: [leaf("a"), leaf("b")] }, leaf("c")] }, { not: leaf("d") }] };
  expect(missing(condition, { a: false })).toEqual(["c", "d"]);
  expect(missing(condition, { c: true })).toEqual(["d"]);
});
