import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Condition } from "~/features/policies/domain/condition-schema";
import { canonicalJson } from "~/kernel/canonical-json";
import type { Proposal, Proposed } from "./proposal";

/** Kinds that an item has a place for; the others an author sets by hand where they belong. */
const placed: ReadonlySet<Proposed["kind"]> = new Set(["amount", "condition", "window", "materials", "department"]);

export function canTake({ what }: Pick<Proposal, "what">): boolean {
  return placed.has(what.kind);
}

/** The item with the proposals in it: an amount takes the place of the old one, a condition is added unless it stands there. */
export function applyProposals(item: PolicyItem, proposals: readonly Pick<Proposal, "what">[]): PolicyItem {
  return proposals.reduce((changed, { what }) => applied(changed, what), item);
}

function applied(item: PolicyItem, what: Proposed): PolicyItem {
  switch (what.kind) {
    case "amount":
      return { ...item, amount: what.amount };
    case "condition":
      return { ...item, conditions: withCondition(item.conditions, what.condition) };
    case "window":
      return {
        ...item,
        window: { opens: what.opens ?? item.window?.opens ?? null, closes: what.closes ?? item.window?.closes ?? null },
      };
    case "materials":
      return { ...item, materials: [...new Set([...item.materials, ...what.materials])] };
    case "department":
      return { ...item, department: what.name };
    default:
      return item;
  }
}

function withCondition(tree: Condition, added: Condition): Condition {
  const all = "all" in tree ? tree.all : [tree];
  const key = canonicalJson(added);
  return all.some((each) => canonicalJson(each) === key) ? tree : { all: [...all, added] };
}
