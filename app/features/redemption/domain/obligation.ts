import type { ObligationRule } from "~/features/policies/domain/claim-terms";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Facts } from "~/features/policies/domain/fact-definition";
import type { Fen } from "~/kernel/money";
import { addMonths, type PlainDate } from "~/kernel/plain-date";

export const obligationStatuses = ["open", "fulfilled", "breached", "dropped"] as const;
export type ObligationStatus = (typeof obligationStatuses)[number];

/** What an item asks for after a decision made on a day: where it stands in the item, until when, and the figure to keep. */
export type NewObligation = { place: number; dueOn: PlainDate; figure: number | null };

/** Days before the last one at which the firm is reminded. */
export const remindedDays = 30;

/** The obligations of a decision made on a day (Asia/Shanghai), with the figures as they were frozen. */
export function obligationsOf(
  { conditionsAfter = [] }: Pick<PolicyItem, "conditionsAfter">,
  facts: Facts,
  decidedOn: PlainDate,
): NewObligation[] {
  return conditionsAfter.map(({ years, keeps }, place) => ({
    place,
    dueOn: addMonths(decidedOn, years * 12),
    figure: figureOf(facts, keeps?.fact),
  }));
}

function figureOf(facts: Facts, fact: string | undefined): number | null {
  const value = fact === undefined ? undefined : facts[fact];
  return typeof value === "number" ? value : null;
}

/** What has to be kept at the least of the figure at the decision; null where no figure is to be kept, or none was known. */
export function leastOf({ keeps }: ObligationRule, figure: number | null): number | null {
  return keeps && figure !== null ? (figure * keeps.percent) / 100 : null;
}

/** What is asked back of what was paid, rounded down to the fen. */
export function clawbackOf({ clawbackPercent }: ObligationRule, paidFen: Fen): Fen {
  return (paidFen * BigInt(Math.round(clawbackPercent * 100))) / 10_000n;
}

/** Working days in which the office looks whether an obligation was kept up, once its last day has come. No norm sets them. */
export const lookedAtDays = 20;
