import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { FactDefinition } from "~/features/policies/domain/fact-definition";
import { leavesOf } from "~/features/policies/domain/walk-conditions";
import type { Finding } from "./finding";
import { slashed } from "./lint-evidence";

/** Conditions on a year that is written out: what is meant is mostly the year of the claim or the one before. */
export function lintYears(
  { conditions }: Pick<PolicyItem, "conditions">,
  facts: ReadonlyMap<string, FactDefinition>,
): Omit<Finding, "itemId">[] {
  return leavesOf(conditions).flatMap(({ at, node }) =>
    facts.get(node.fact)?.type === "year" && [node.value].flat().some((value) => typeof value === "number")
      ? [{ code: "literalYear" as const, path: slashed(at), fact: node.fact }]
      : [],
  );
}
