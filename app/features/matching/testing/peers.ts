import { ZenEngine } from "@gorules/zen-engine";
import { LogicEngine } from "json-logic-engine";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import type { Facts, FactValue } from "~/features/policies/domain/fact-definition";
import { conditionOn, leafOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import { isPlainDate, type PlainDate } from "~/kernel/plain-date";
import { customOperators, operatorTests, withinYearsSince } from "~/features/policies/domain/operators";

type Items = readonly Pick<PolicyItem, "id" | "conditions">[];
/** Which of the items a peer holds to be satisfied, in the order of the items. Peers know two values: every fact must be known. */
export type Peer = (facts: Facts) => Promise<boolean[]>;

/** Peers know no year but literal ones. */
function onDay(items: Items, today: PlainDate): Items {
  return items.map(({ id, conditions }) => ({ id, conditions: conditionOn(conditions, today) }));
}

/** @gorules/zen-engine: all conditions as expressions of one decision. */
export function zenPeer(asked: Items, today: PlainDate): Peer {
  const items = onDay(asked, today);
  const expressions = items.map((item, index) => ({
    id: item.id,
    key: `r${index}`,
    value: zenOf(item.conditions, today),
  }));
  const position = { x: 0, y: 0 };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", type: "inputNode", name: "in", position },
      { id: "rules", type: "expressionNode", name: "rules", position, content: { expressions } },
      { id: "out", type: "outputNode", name: "out", position },
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "b", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  });
  return async (facts) => {
    const { result } = (await decision.evaluate(facts)) as { result: Record<string, unknown> };
    return items.map((_item, index) => result[`r${index}`] === true);
  };
}

function zenOf(condition: Condition, today: PlainDate): string {
  if ("not" in condition) return `not (${zenOf(condition.not, today)})`;
  if ("all" in condition) return `(${condition.all.map((child) => zenOf(child, today)).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map((child) => zenOf(child, today)).join(" or ")})`;
  return zenLeaf(leafOn(condition, today), today);
}

const signs: Readonly<Record<string, string>> = {
  equal: "==",
  notEqual: "!=",
  in: "in",
  notIn: "not in",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};

function zenLeaf({ fact, operator, value }: LiteralLeaf, today: PlainDate): string {
  if (operator === "startsWithAny")
    return `(${value.map((prefix) => `startsWith(${fact}, ${zenLiteral(prefix)})`).join(" or ")})`;
  if (operator === "withinYears") return `date(${fact}) >= date('${withinYearsSince(value, today)}')`;
  const sign = signs[operator];
  if (!sign) throw new RangeError(`zen-engine is not asked for ${operator}`);
  if (typeof value === "string" && isPlainDate(value)) return `date(${fact}) ${sign} date('${value}')`;
  return `${fact} ${sign} ${zenLiteral(value)}`;
}

function zenLiteral(value: FactValue): string {
  if (typeof value === "object") return `[${value.map((each) => zenLiteral(each as FactValue)).join(", ")}]`;
  return typeof value === "string" ? `'${value}'` : String(value);
}

/** json-logic-engine: each condition built into a function of its own. */
export function jsonLogicPeer(asked: Items, today: PlainDate): Peer {
  const items = onDay(asked, today);
  const engine = new LogicEngine();
  for (const name of customOperators)
    engine.addMethod(name, ([fact, value]: [unknown, unknown]) => operatorTests[name](fact, value, today));
  const built = items.map((item) => engine.build(logicOf(item.conditions)) as unknown as (facts: Facts) => unknown);
  return (facts) => Promise.resolve(built.map((test) => Boolean(test(facts))));
}

const logicNames: Readonly<Record<string, string>> = {
  equal: "===",
  notEqual: "!==",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};

function logicOf(condition: Condition): object {
  if ("not" in condition) return { "!": [logicOf(condition.not)] };
  if ("all" in condition) return { and: condition.all.map(logicOf) };
  if ("any" in condition) return { or: condition.any.map(logicOf) };
  const own = { var: condition.fact };
  if (condition.operator === "in") return { in: [own, condition.value] };
  if (condition.operator === "notIn") return { "!": [{ in: [own, condition.value] }] };
  return { [logicNames[condition.operator] ?? condition.operator]: [own, condition.value] };
}
