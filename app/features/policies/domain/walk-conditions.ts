import { factsOfFigure, type BaseFigure } from "./figure";
import type { PolicyItem } from "./policy-item";
import type { Condition, Leaf } from "./condition-schema";
import type { Amount, AmountPart } from "./amount-schema";

/** A leaf with its place in the file, as `conditions.all[0].not`. */
export type Placed<T> = { at: string; node: T };

/** All leaves of a condition tree in reading order. */
export function leavesOf(condition: Condition, at = "conditions"): Placed<Leaf>[] {
  if ("all" in condition) return condition.all.flatMap((child, index) => leavesOf(child, `${at}.all[${index}]`));
  if ("any" in condition) return condition.any.flatMap((child, index) => leavesOf(child, `${at}.any[${index}]`));
  if ("not" in condition) return leavesOf(condition.not, `${at}.not`);
  return [{ at, node: condition }];
}

/** The figures an amount is computed from, each with its place; those of caps last. */
export function amountFigures(amount: Amount | AmountPart, at = "amount"): Placed<BaseFigure>[] {
  if (amount.kind === "fixed" || amount.kind === "service") return [];
  const caps = amount.capBy === undefined ? [] : [{ at: `${at}.capBy`, node: amount.capBy }];
  if (amount.kind === "each")
    return [...(amount.otherwise ? amountFigures(amount.otherwise, `${at}.otherwise`) : []), ...caps];
  if ("parts" in amount)
    return [...amount.parts.flatMap((part, index) => amountFigures(part, `${at}.parts[${index}]`)), ...caps];
  return [...figuresOf(amount).map(([key, node]) => ({ at: `${at}.${key}`, node })), ...caps];
}

type Computed = Exclude<AmountPart, { kind: "fixed" }>;

function figuresOf(part: Computed): [key: string, figure: BaseFigure][] {
  switch (part.kind) {
    case "percent":
    case "match":
      return [["base", part.base]];
    case "bracketPercent":
      return [
        ["base", part.base],
        ...(part.counted === undefined ? [] : ([["counted", part.counted]] as [string, BaseFigure][])),
      ];
    case "percentIncrement":
      return [
        ["base", part.base],
        ["previous", part.previous],
      ];
    case "tiered":
      return [["on", part.on]];
    case "perUnit":
      return [["unit", part.unit]];
    case "perStep":
      return [
        ["on", part.on],
        ...(part.previous === null ? [] : ([["previous", part.previous]] as [string, BaseFigure][])),
      ];
  }
}

/** The facts an amount is computed from, each with its place. */
export function amountFacts(amount: Amount | AmountPart): Placed<string>[] {
  const list = amount.kind === "each" ? [{ at: "amount.of", node: amount.of }] : [];
  return [
    ...list,
    ...amountFigures(amount).flatMap(({ at, node }) => factsOfFigure(node).map((fact) => ({ at, node: fact }))),
  ];
}

/** Names of all facts an item reads, each once, in reading order. */
export function factsOfItem(item: Pick<PolicyItem, "conditions" | "amount" | "multiplier">): string[] {
  const names = [
    ...leavesOf(item.conditions).map(({ node }) => node.fact),
    ...amountFacts(item.amount).map(({ node }) => node),
    ...(item.multiplier ? [item.multiplier.fact] : []),
  ];
  return [...new Set(names)];
}
