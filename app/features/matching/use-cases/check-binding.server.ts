import { Engine } from "json-rules-engine";
import { customOperators, operatorTests } from "~/features/policies/domain/operators";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition, Leaf } from "~/features/policies/domain/condition-schema";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { conditionOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import type { PlainDate } from "~/kernel/plain-date";

export const engineName = "json-rules-engine";
export const engineVersion = "7.3.1";

/** One comparison as the engine made it; `own` null when the fact was absent. */
export type EngineLeaf = {
  fact: string;
  operator: Leaf["operator"];
  value: LiteralLeaf["value"];
  own: FactValue | null;
  result: boolean;
};

/** The binding answer on an item: plain data, to be stored with the case. */
export type BindingCheck = {
  result: boolean;
  engine: typeof engineName;
  version: typeof engineVersion;
  today: PlainDate;
  /** Every comparison, from left to right. */
  leaves: readonly EngineLeaf[];
  /** Facts the rule reads that were absent: absent facts make comparisons two-valued, so an answer with any is not binding. */
  absent: readonly string[];
};

/**
 * Decides an item's conditions with json-rules-engine itself. One engine a call: concurrent runs of one engine lose rules.
 * Amounts are not looked at. An absent fact is undefined to the engine (`notEqual` then holds): see `absent`.
 */
export async function bindingCheck(
  item: Pick<PolicyItem, "conditions">,
  facts: Facts,
  today: PlainDate,
): Promise<BindingCheck> {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
  const engine = engineFor(today);
  engine.addRule({ conditions: { all: [conditionOn(item.conditions, today)] }, event: { type: "eligible" } });
  const { results, failureResults } = await engine.run(known);
  const [outcome] = [...results, ...failureResults];
  if (!outcome) throw new Error("json-rules-engine answered nothing");
  const leaves = readLeaves(outcome.conditions as EngineNode);
  const absent = [...new Set(leaves.filter((leaf) => leaf.own === null).map((leaf) => leaf.fact))];
  return { result: outcome.result === true, engine: engineName, version: engineVersion, today, leaves, absent };
}

function engineFor(today: PlainDate): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const name of customOperators) {
    engine.addOperator(name, (fact: unknown, value: unknown) => operatorTests[name](fact, value, today));
  }
  return engine;
}

type EngineNode = Condition & { factResult?: FactValue | null; result?: boolean };

function readLeaves(node: EngineNode): EngineLeaf[] {
  if ("all" in node && node.all) return node.all.flatMap((child) => readLeaves(child));
  if ("any" in node && node.any) return node.any.flatMap((child) => readLeaves(child));
  if ("not" in node && node.not) return readLeaves(node.not);
  const { fact, operator, value, factResult, result } = node as LiteralLeaf & EngineNode;
  return [{ fact, operator, value, own: factResult ?? null, result: result === true }];
}
