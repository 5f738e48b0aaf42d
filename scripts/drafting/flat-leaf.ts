import type { Leaf, Condition } from "~/features/policies/domain/condition-schema";

export type FlatLeaf = Omit<Leaf, "operator" | "value"> & { operator: string; value: unknown };

/** All comparisons of a tree; under a not with the opposite operator. Shapes it does not know hold none. */
export function leavesOf(node: Condition, isDenied = false): FlatLeaf[] {
  if ("all" in node) return node.all.flatMap((each) => leavesOf(each, isDenied));
  if ("any" in node) return node.any.flatMap((each) => leavesOf(each, isDenied));
  if ("not" in node) return leavesOf(node.not, !isDenied);
  if (!("fact" in node) || !("operator" in node)) return [];
  return [{ ...node, operator: isDenied ? (opposite[node.operator] ?? `not ${node.operator}`) : node.operator }];
}

const opposite: Readonly<Record<string, string>> = {
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  equal: "notEqual",
  notEqual: "equal",
};

export function near(left: unknown, right: unknown): boolean {
  return typeof left === "number" && typeof right === "number" && Math.abs(left - right) <= Math.abs(right) * 1e-9;
}

export function words({ fact, operator, value }: FlatLeaf): string {
  return `${fact} ${operator} ${JSON.stringify(value)}`;
}
