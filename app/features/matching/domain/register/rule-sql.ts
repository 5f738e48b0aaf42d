import type { Leaf } from "~/features/policies/domain/condition-schema";
import type { FactDefinition, FactValue } from "~/features/policies/domain/fact-definition";
import { leafOn, type LiteralLeaf } from "~/features/policies/domain/relative-year";
import type { PlainDate } from "~/kernel/plain-date";
import { groupBy } from "~/kernel/group-by";
import { operatorTests, withinYearsSince } from "~/features/policies/domain/operators";
import { leavesOf, type RuleLeaf, type RuleNode } from "../evaluate/rule";
import { columnType } from "./wide-row";

type Definitions = ReadonlyMap<string, FactDefinition>;

/** Rules as SQL conditions; comparisons that several rules make stand in `shared`, named `shared_0`, `shared_1` … in the conditions. */
export type SqlRules = { shared: readonly string[]; conditions: readonly string[] };

/**
 * Rules as SQL conditions over the wide table, true, false or NULL (cannot be told): SQL's logic is Kleene's. Only for rows
 * whose facts all fit their columns (see `wideRow`).
 * @throws RangeError for a comparison that columns cannot make (order or spans of free text)
 */
export function sqlOfRules(rules: readonly RuleNode[], definitions: Definitions, today: PlainDate): SqlRules {
  const textOf = ({ leaf }: RuleLeaf) => comparisonSql(leaf, definitions, today);
  const uses = groupBy(rules.flatMap(leavesOf).map(textOf), (text) => text);
  const shared = [...uses.values()].flatMap(([text, ...others]) =>
    text !== undefined && others.length > 0 ? [text] : [],
  );
  const names = new Map(shared.map((text, index) => [text, `shared_${index}`]));
  const nameOf = (node: RuleLeaf) => names.get(textOf(node)) ?? textOf(node);
  return { shared, conditions: rules.map((rule) => conditionSql(rule, nameOf)) };
}

/** A table with the shared comparisons beside its own columns; each is made once a row, then the rules read it. */
export function sharedSource({ shared }: SqlRules, rows: string): string {
  return `(SELECT source.*${shared.map((text, index) => `, ${text} AS shared_${index}`).join("")} FROM ${rows} source OFFSET 0)`;
}

function conditionSql(rule: RuleNode, nameOf: (node: RuleLeaf) => string): string {
  if (rule.kind === "leaf") return rule.negated ? `(NOT ${nameOf(rule)})` : nameOf(rule);
  if (rule.children.length === 0) return rule.kind === "all" ? "TRUE" : "FALSE";
  return `(${rule.children.map((child) => conditionSql(child, nameOf)).join(rule.kind === "all" ? " AND " : " OR ")})`;
}

function comparisonSql(leaf: Leaf, definitions: Definitions, today: PlainDate): string {
  const definition = definitions.get(leaf.fact);
  if (!definition) throw new RangeError(`no column for the fact ${leaf.fact}`);
  return leafSql(leafOn(leaf, today), definition, today);
}

function leafSql(leaf: LiteralLeaf, definition: FactDefinition, today: PlainDate): string {
  const members = definition.type === "boolean" ? [true, false] : (definition.values ?? []).map((entry) => entry.value);
  if (definition.type === "boolean" || definition.type === "enum") {
    return among(
      leaf.fact,
      members,
      members.filter((member) => operatorTests[leaf.operator](member, leaf.value, today)),
    );
  }
  return columnType(definition) === "text"
    ? textSql(leaf, definition, today)
    : (comparison(leaf, "number") ?? never(leaf.fact));
}

function among(fact: string, members: readonly (string | boolean)[], holding: readonly (string | boolean)[]): string {
  if (holding.length === 0) return never(fact);
  return holding.length === members.length ? always(fact) : listed(fact, holding, "IN");
}

function textSql(leaf: LiteralLeaf, { type }: FactDefinition, today: PlainDate): string {
  if (leaf.operator === "startsWithAny")
    return `(${leaf.value.map((prefix) => `starts_with(${column(leaf.fact)}, ${literal(prefix)})`).join(" OR ")})`;
  if (type === "date" && leaf.operator === "withinYears")
    return `${column(leaf.fact)} >= ${literal(withinYearsSince(leaf.value, today))}`;
  if (type !== "date" && (leaf.operator in orders || leaf.operator === "withinYears"))
    throw new RangeError(`${leaf.operator} over the text ${leaf.fact}`);
  return comparison(leaf, "string") ?? never(leaf.fact);
}

const orders: Readonly<Record<string, string>> = {
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};

/** Equality, membership and order against values of the column's own type; null where the operator asks for something else. */
function comparison({ fact, operator, value }: LiteralLeaf, type: "number" | "string"): string | null {
  const own = (Array.isArray(value) ? (value as readonly FactValue[]) : [value as FactValue]).filter(
    (entry) => typeof entry === type,
  );
  if (operator === "equal" || operator === "in") return own.length === 0 ? never(fact) : listed(fact, own, "IN");
  if (operator === "notEqual" || operator === "notIn")
    return own.length === 0 ? always(fact) : listed(fact, own, "NOT IN");
  const sign = orders[operator];
  if (sign === undefined) return null;
  // JavaScript orders numbers against text by the number the text names
  const bound = type === "number" ? Number(value) : value;
  return typeof bound === type && !Number.isNaN(bound)
    ? `${column(fact)} ${sign} ${literal(bound as FactValue)}`
    : never(fact);
}

function listed(fact: string, values: readonly FactValue[], sign: "IN" | "NOT IN"): string {
  if (values.length === 1) return `${column(fact)} ${sign === "IN" ? "=" : "<>"} ${literal(values[0] as FactValue)}`;
  return `${column(fact)} ${sign} (${values.map(literal).join(", ")})`;
}

/** False for every known value, NULL where unknown. */
function never(fact: string): string {
  return `(${column(fact)} IS NULL AND NULL)`;
}

function always(fact: string): string {
  return `(${column(fact)} IS NOT NULL OR NULL)`;
}

function column(fact: string): string {
  return `"${fact}"`;
}

function literal(value: FactValue): string {
  if (typeof value === "number") return `'${value}'::float8`;
  return typeof value === "boolean" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}
