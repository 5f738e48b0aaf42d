import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";
import { evaluateCondition } from "../evaluate/evaluate";

/**
 * How near a firm is to an item. `likelihood` (0 to 1): the chance that the conditions hold when every condition not known
 * yet is as likely to hold as not, each by itself. `unmet`: the fewest conditions now not met that would have to be.
 */
export type Nearness = { likelihood: number; unmet: number };

const leafNearness = {
  eligible: { likelihood: 1, unmet: 0 },
  unknown: { likelihood: 0.5, unmet: 0 },
  ineligible: { likelihood: 0, unmet: 1 },
} as const;

/** Pure; the order of the conditions does not matter. */
export function nearnessOf(condition: Condition, facts: Facts, today: PlainDate): Nearness {
  if ("all" in condition) return together(condition.all.map((each) => nearnessOf(each, facts, today)));
  if ("any" in condition) return either(condition.any.map((each) => nearnessOf(each, facts, today)));
  // What stands under a `not` counts as one condition.
  return leafNearness[evaluateCondition(condition, facts, today)];
}

function together(parts: readonly Nearness[]): Nearness {
  return {
    likelihood: parts.reduce((chance, part) => chance * part.likelihood, 1),
    unmet: parts.reduce((sum, part) => sum + part.unmet, 0),
  };
}

function either(parts: readonly Nearness[]): Nearness {
  return {
    likelihood: 1 - parts.reduce((chance, part) => chance * (1 - part.likelihood), 1),
    unmet: Math.min(...parts.map((part) => part.unmet)),
  };
}

/** The likeliest first, then those that lack the fewest conditions. */
export function byNearness(a: Nearness, b: Nearness): number {
  return b.likelihood - a.likelihood || a.unmet - b.unmet;
}
