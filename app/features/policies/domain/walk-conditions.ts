import type { Amount, AmountPart, Condition, Leaf, PolicyItem } from "./policy-item";

/** A leaf with its place in the file, as `conditions.all[0].not`. */
export type Placed<T> = { at: string; node: T };

/** All leaves of a condition tree in reading order. */
export function leavesOf(condition: Condition, at = "conditions"): Placed<Leaf>[] {
  if ("all" in condition) return condition.all.flatMap((child, index) => leavesOf(child, `${at}.all[${index}]`));
  if ("any" in condition) return condition.any.flatMap((child, index) => leavesOf(child, `${at}.any[${index}]`));
  if ("not" in condition) return leavesOf(condition.not, `${at}.not`);
  return [{ at, node: condition }];
}

/** The facts an amount is computed from, each with its place. */
export function amountFacts(amount: Amount | AmountPart, at = "amount"): Placed<string>[] {
  switch (amount.kind) {
    case "fixed":
    case "service":
      return [];
    case "percent":
    case "match":
    case "bracketPercent":
      return [{ at: `${at}.base`, node: amount.base }];
    case "percentIncrement":
      return [
        { at: `${at}.base`, node: amount.base },
        { at: `${at}.previous`, node: amount.previous },
      ];
    case "tiered":
      return [{ at: `${at}.on`, node: amount.on }];
    case "perUnit":
      return [{ at: `${at}.unit`, node: amount.unit }];
    case "perStep":
      return [
        { at: `${at}.on`, node: amount.on },
        ...(amount.previous ? [{ at: `${at}.previous`, node: amount.previous }] : []),
      ];
    case "sum":
    case "lesserOf":
      return amount.parts.flatMap((part, index) => amountFacts(part, `${at}.parts[${index}]`));
  }
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
