import { canonicalJson } from "~/kernel/canonical-json";
import type { PolicyItem } from "./policy-item";

/** Parts of an item that pages name one by one. */
export const itemParts = [
  "title",
  "summary",
  "english",
  "conditions",
  "amount",
  "term",
  "validity",
  "department",
  "window",
  "materials",
  "steps",
  "notes",
] as const;
export type ItemPart = (typeof itemParts)[number] | "other";

const keysOf: Partial<Record<ItemPart, readonly (keyof PolicyItem)[]>> = {
  amount: ["amount", "multiplier", "exclusiveGroup", "topUp", "quota"],
  window: ["window", "claimFrom", "claimTo"],
  department: ["department", "coDepartments", "costSharing"],
};

/** What of an item two versions say differently, in the order of `itemParts`; `other` where it is none of them. */
export function changedParts(before: PolicyItem, after: PolicyItem): ItemPart[] {
  const named = itemParts.filter((part) => !isSame(partOf(before, part), partOf(after, part)));
  return named.length === 0 && !isSame(before, after) ? ["other"] : named;
}

function partOf(item: PolicyItem, part: (typeof itemParts)[number]): unknown {
  const { validFrom, validTo, validity } = item.document;
  if (part === "term") return [validFrom, validTo, item.validFrom ?? null, item.validTo ?? null];
  if (part === "validity") return [validity ?? null, item.validity ?? null];
  return (keysOf[part] ?? [part]).map((key) => item[key as keyof PolicyItem] ?? null);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
