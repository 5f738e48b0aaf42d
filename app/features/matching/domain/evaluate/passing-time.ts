import { isOffered } from "~/features/policies/domain/offer";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Leaf } from "~/features/policies/domain/condition-schema";
import { isRelativeYear, valueOn } from "~/features/policies/domain/relative-year";
import { yearOf, type PlainDate } from "~/kernel/plain-date";
import { withinYearsSince } from "~/features/policies/domain/operators";
import { leavesOf, type RuleNode } from "./rule";

/** Dates or years of a fact, from `since` on and before `until`, of which a condition may say something else on another day. */
export type SpanPassed =
  { fact: string; since: PlainDate; until: PlainDate } | { fact: string; since: number; until: number };

/** Items that came into force, ended, or whose window opened or closed between two days. */
export function itemsTurned(items: readonly PolicyItem[], before: PlainDate, today: PlainDate): string[] {
  return items.filter((item) => isOffered(item, before) !== isOffered(item, today)).map((item) => item.id);
}

/**
 * The spans (within so many years) that ran out for some dates between two days, and the years that a new year is
 * counted past; each once.
 */
export function spansPassed(rules: readonly RuleNode[], before: PlainDate, today: PlainDate): SpanPassed[] {
  const leaves = rules.flatMap((rule) => leavesOf(rule).map((entry) => entry.leaf));
  const spans = leaves.flatMap((leaf) => spanOf(leaf, before, today));
  return [...new Map(spans.map((span) => [`${span.fact} ${span.since}`, span])).values()];
}

function spanOf(leaf: Leaf, before: PlainDate, today: PlainDate): SpanPassed[] {
  const { fact } = leaf;
  if (leaf.operator === "withinYears")
    return [{ fact, since: withinYearsSince(leaf.value, before), until: withinYearsSince(leaf.value, today) }];
  if (!isRelativeYear(leaf.value) || yearOf(before) === yearOf(today)) return [];
  return [{ fact, since: valueOn(leaf.value, before), until: valueOn(leaf.value, today) + 1 }];
}
