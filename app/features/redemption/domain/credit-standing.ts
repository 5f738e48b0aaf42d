import type { Facts } from "~/features/policies/domain/fact-definition";
import type { PlainDate } from "~/kernel/plain-date";

/** A term in which a firm receives nothing; ended early when its credit was repaired. */
export type ExclusionTerm = { fromDay: PlainDate; toDay: PlainDate; repaired: boolean };

export type CreditProblem = "dishonestListed" | "excluded";

/** Whether a day lies in a term that has not been repaired. */
export function isExcluded(terms: readonly ExclusionTerm[], today: PlainDate): boolean {
  return terms.some(({ fromDay, toDay, repaired }) => !repaired && fromDay <= today && today <= toDay);
}

/** Why a firm may not receive money now, or null. Unknown standing is no bad one: lists name the firms that are on them. */
export function creditProblem(facts: Facts, terms: readonly ExclusionTerm[], today: PlainDate): CreditProblem | null {
  if (isExcluded(terms, today)) return "excluded";
  return facts["dishonestListed"] === true ? "dishonestListed" : null;
}
