import { isOffered } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { PlainDate } from "~/kernel/plain-date";
import { factSlots } from "./fact-slots";
import { withinYearsSince } from "./operators";
import { buildRule, leavesOf } from "./rule";

/** Dates of a fact, from `since` on and before `until`, that a span of a policy held of one day and no longer holds of another. */
export type SpanPassed = { fact: string; since: PlainDate; until: PlainDate };

/** Items that came into force, ended, or whose window opened or closed between two days. */
export function itemsTurned(items: readonly PolicyItem[], before: PlainDate, today: PlainDate): string[] {
  return items.filter((item) => isOffered(item, before) !== isOffered(item, today)).map((item) => item.id);
}

/** The spans (within so many years) that ran out for some dates between two days, each once. */
export function spansPassed(items: readonly PolicyItem[], before: PlainDate, today: PlainDate): SpanPassed[] {
  const leaves = items.flatMap((item) => leavesOf(buildRule(item.conditions, factSlots())).map((entry) => entry.leaf));
  const spans = leaves.flatMap((leaf) =>
    leaf.operator === "withinYears"
      ? [{ fact: leaf.fact, since: withinYearsSince(leaf.value, before), until: withinYearsSince(leaf.value, today) }]
      : [],
  );
  return [...new Map(spans.map((span) => [`${span.fact} ${span.since}`, span])).values()];
}
