import type { Once } from "~/features/policies/domain/once";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";

/** Facts of scope `case` that tell one deed from another. Sums, areas and headcounts change with every look at the same project. */
const deedNumber = "deedNumber";
const deedName = "deedName";
export const deedNames: readonly string[] = [deedName, deedNumber];

/**
 * What an application states of its deed, for items that are had once for each or capped for each; what a department
 * lists itself states nothing.
 */
export function deedFacts({ mode, amount }: Pick<PolicyItem, "mode" | "amount">, { once }: Once): readonly string[] {
  const isOfDeed = once === "project" || once === "asEarned" || isCappedByDeed(amount.sharedCap);
  return mode !== "免申即享" && isOfDeed ? deedNames : [];
}

/** Whether a shared ceiling is one of each project or vehicle, and not of the firm. */
export function isCappedByDeed(cap: PolicyItem["amount"]["sharedCap"]): boolean {
  return cap !== null && (cap.scope === "project" || cap.scope === "vehicle");
}

/**
 * Whether two applications are for one deed: the same number of record, contract, invoice or certificate, else the same name,
 * however they are written; null where no more can be told.
 */
export function sameDeed(one: Facts, other: Facts): boolean | null {
  return sameOf(deedNumber, one, other) ?? sameOf(deedName, one, other);
}

function sameOf(fact: string, one: Facts, other: Facts): boolean | null {
  const [left, right] = [written(one[fact]), written(other[fact])];
  return left === "" || right === "" ? null : left === right;
}

const none = new Set(["无", "没有", "暂无", "无编号", "NONE", "NA", "NO"]);

/** Letters and digits alone: blanks, dashes, brackets and the form of letters say nothing. */
function written(value: Facts[string] | undefined): string {
  if (typeof value !== "string") return "";
  const text = value
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, "");
  return none.has(text) ? "" : text;
}
