import { Engine, type TopLevelCondition } from "json-rules-engine";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts } from "~/features/policies/domain/fact-definition";
import { conditionOn } from "~/features/policies/domain/relative-year";
import type { PlainDate } from "~/kernel/plain-date";
import type { Verdict } from "../domain/evaluate/kleene";
import { customOperators, operatorTests } from "~/features/policies/domain/operators";

type Rewrite = (condition: Condition) => unknown;

/** One json-rules-engine with the conditions of many items; `isUnknown` is an operator of its own. */
export function engineOf(
  items: readonly Pick<PolicyItem, "id" | "conditions">[],
  today: PlainDate,
  rewrite: Rewrite = (condition) => condition,
): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const name of customOperators)
    engine.addOperator(name, (fact: unknown, value: unknown) => operatorTests[name](fact, value, today));
  engine.addOperator("isUnknown", (fact: unknown) => fact === undefined || fact === null);
  for (const item of items) {
    engine.addRule({
      name: item.id,
      conditions: { all: [rewrite(conditionOn(item.conditions, today))] } as TopLevelCondition,
      event: { type: item.id },
    });
  }
  return engine;
}

/** The items an engine holds to be satisfied. */
export async function heldBy(engine: Engine, facts: Facts): Promise<Set<string>> {
  const { results } = await engine.run({ ...facts });
  return new Set(results.map((result) => result.name));
}

/** The rule as json-rules-engine would see it if every unknown comparison came out in favour (or against). */
function biased(condition: Condition, favour: boolean): unknown {
  if ("not" in condition) return { not: biased(condition.not, !favour) };
  if ("all" in condition) return { all: condition.all.map((child) => biased(child, favour)) };
  if ("any" in condition) return { any: condition.any.map((child) => biased(child, favour)) };
  const unknown = { fact: condition.fact, operator: "isUnknown", value: true };
  return favour ? { any: [condition, unknown] } : { all: [condition, { not: unknown }] };
}

/**
 * Three values out of json-rules-engine's two: an item is eligible if it holds with every unknown comparison against it,
 * ineligible if it fails with every one in its favour, unknown between. `plain` is the engine as it is.
 */
export function oracleOf(items: readonly Pick<PolicyItem, "id" | "conditions">[], today: PlainDate) {
  const plain = engineOf(items, today);
  const favourable = engineOf(items, today, (condition) => biased(condition, true));
  const adverse = engineOf(items, today, (condition) => biased(condition, false));
  return {
    plain: (facts: Facts) => heldBy(plain, facts),
    async verdicts(facts: Facts): Promise<(id: string) => Verdict> {
      const [hopeful, certain] = [await heldBy(favourable, facts), await heldBy(adverse, facts)];
      return (id) => (certain.has(id) ? "eligible" : hopeful.has(id) ? "unknown" : "ineligible");
    },
  };
}
