import type { Fen } from "~/kernel/money";
import { firmCombination, type Owed } from "./firm-combination";
import type { Received } from "~/features/claims/domain/received";

/** Sums by nature; cash and ceilings are never mixed, and what isn't money is only counted. */
export type Totals = { cash: Fen; upTo: Fen; nonCash: number };

/** What the best combination of eligible items brings in a year. */
export function totalsOf(eligible: readonly Owed[], received: Received, year: number): Totals {
  const { cash, upTo, nonCash } = firmCombination(eligible, received, year);
  return { cash: cash.total, upTo: upTo.total, nonCash: nonCash.length };
}
