import type { PlainDate } from "~/kernel/plain-date";
import type { SlotValues } from "./fact-slots";

/** Kleene's three values, ordered: `all` is the least, `any` the greatest of its children. */
export const kleene = { false: 0, unknown: 1, true: 2 } as const;
export type Kleene = 0 | 1 | 2;

/** A rule made executable: one profile by slot, one day. */
export type RuleTest = (values: SlotValues, today: PlainDate) => Kleene;

export type Verdict = "eligible" | "ineligible" | "unknown";
const verdicts = ["ineligible", "unknown", "eligible"] as const satisfies readonly Verdict[];

/** What a value of Kleene's logic says of an item's conditions. */
export function verdictOf(value: Kleene): Verdict {
  return verdicts[value];
}
