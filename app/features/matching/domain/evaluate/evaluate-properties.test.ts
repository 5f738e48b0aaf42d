import fc from "fast-check";
import { expect, it } from "vitest";
import { propertyRuns } from "../../testing/property-runs";
import { evaluateCondition } from "./evaluate";
import { factSlots, slotValues } from "./fact-slots";
import type { Verdict } from "./kleene";
import { compileMissingFacts } from "./missing-facts";
import { buildRule } from "./rule";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";

const today = "2026-11-22";
const verdict = (condition: Condition, facts: Facts) => evaluateCondition(condition, facts, today);
const runs = propertyRuns(1000);

const names = ["a", "b", "c", "d"] as const;
const number = fc.integer({ min: -2, max: 6 });
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom(...names),
    operator: fc.constantFrom(
      "lessThan",
      "lessThanInclusive",
      "greaterThan",
      "greaterThanInclusive",
      "equal",
      "notEqual",
    ),
    value: number,
  }) as fc.Arbitrary<Condition>,
  fc.record({
    fact: fc.constantFrom(...names),
    operator: fc.constantFrom("in", "notIn"),
    value: fc.array(number, { minLength: 1, maxLength: 3 }),
  }) as fc.Arbitrary<Condition>,
);

const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie("tree") }),
  ),
}));
const trees = fc.array(tree, { minLength: 1, maxLength: 4 });
const shuffledTrees = trees.chain((conditions) =>
  fc.tuple(fc.constant(conditions), fc.shuffledSubarray(conditions, { minLength: conditions.length })),
);

const facts = fc.record({ a: number, b: number, c: number, d: number }, { requiredKeys: [] }) as fc.Arbitrary<Facts>;
const opposite: Readonly<Record<Verdict, Verdict>> = {
  eligible: "ineligible",
  ineligible: "eligible",
  unknown: "unknown",
};

it("De Morgan: not all is any not, not any is all not, twice not is nothing", () => {
  fc.assert(
    fc.property(trees, facts, (conditions, known) => {
      const negated = conditions.map((condition): Condition => ({ not: condition }));
      expect(verdict({ not: { all: conditions } }, known)).toBe(verdict({ any: negated }, known));
      expect(verdict({ not: { any: conditions } }, known)).toBe(verdict({ all: negated }, known));
      expect(verdict({ not: { not: { all: conditions } } }, known)).toBe(verdict({ all: conditions }, known));
      expect(verdict({ not: { all: conditions } }, known)).toBe(opposite[verdict({ all: conditions }, known)]);
    }),
    runs,
  );
});

it("the order of conditions does not matter, nor saying one twice", () => {
  fc.assert(
    fc.property(shuffledTrees, facts, ([conditions, turned], known) => {
      for (const kind of ["all", "any"] as const) {
        const plain = { [kind]: conditions } as Condition;
        expect(verdict({ [kind]: turned } as Condition, known)).toBe(verdict(plain, known));
        expect(verdict({ [kind]: [...conditions, ...conditions] } as Condition, known)).toBe(verdict(plain, known));
      }
    }),
    runs,
  );
});

it("a condition more never makes `all` truer, an alternative more never makes `any` falser", () => {
  const rank: Readonly<Record<Verdict, number>> = { ineligible: 0, unknown: 1, eligible: 2 };
  fc.assert(
    fc.property(trees, tree, facts, (conditions, more, known) => {
      expect(rank[verdict({ all: [...conditions, more] }, known)]).toBeLessThanOrEqual(
        rank[verdict({ all: conditions }, known)],
      );
      expect(rank[verdict({ any: [...conditions, more] }, known)]).toBeGreaterThanOrEqual(
        rank[verdict({ any: conditions }, known)],
      );
    }),
    runs,
  );
});

it("forgetting facts never decides anything: the verdict stays or becomes unknown, never eligible", () => {
  fc.assert(
    fc.property(tree, facts, fc.subarray([...names]), (condition, known, forgotten) => {
      const rest = Object.fromEntries(
        Object.entries(known).filter(([name]) => !forgotten.some((each) => each === name)),
      );
      expect(["unknown", verdict(condition, known)]).toContain(verdict(condition, rest));
    }),
    runs,
  );
});

it("no answer contradicts a settled verdict", () => {
  fc.assert(
    fc.property(tree, facts, fc.record({ a: number, b: number, c: number, d: number }), (condition, known, answers) => {
      const settled = verdict(condition, known);
      const completed = verdict(condition, { ...answers, ...known });
      expect(completed).not.toBe("unknown");
      if (settled !== "unknown") expect(completed).toBe(settled);
    }),
    runs,
  );
});

it("thresholds are monotone: a greater figure passes every floor a smaller one passes, a lower floor lets more pass", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true }),
      fc.double({ noNaN: true }),
      fc.double({ noNaN: true }),
      (one, other, bound) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const passes = (
          operator: "greaterThan" | "greaterThanInclusive" | "lessThan" | "lessThanInclusive",
          figure: number,
          value: number,
        ) => Number(verdict({ fact: "a", operator, value }, { a: figure }) === "eligible");
        for (const operator of ["greaterThan", "greaterThanInclusive"] as const) {
          expect(passes(operator, high, bound)).toBeGreaterThanOrEqual(passes(operator, low, bound));
          expect(passes(operator, bound, low)).toBeGreaterThanOrEqual(passes(operator, bound, high));
        }
        for (const operator of ["lessThan", "lessThanInclusive"] as const) {
          expect(passes(operator, low, bound)).toBeGreaterThanOrEqual(passes(operator, high, bound));
          expect(passes(operator, bound, high)).toBeGreaterThanOrEqual(passes(operator, bound, low));
        }
      },
    ),
    runs,
  );
});

it("answering the missing facts, and only them, settles the verdict", () => {
  fc.assert(
    fc.property(tree, facts, fc.record({ a: number, b: number, c: number, d: number }), (condition, known, answers) => {
      const slots = factSlots();
      const missing = compileMissingFacts(buildRule(condition, slots))(slotValues(known, slots), today);
      expect(missing.length > 0).toBe(verdict(condition, known) === "unknown");
      expect(missing.some((name) => Object.hasOwn(known, name))).toBe(false);
      const answered = Object.fromEntries(Object.entries(answers).filter(([name]) => missing.includes(name)));
      expect(verdict(condition, { ...known, ...answered })).not.toBe("unknown");
    }),
    runs,
  );
});
