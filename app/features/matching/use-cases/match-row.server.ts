import type { Catalogue } from "~/features/policies/domain/catalogue";
import { itemSummary } from "~/features/policies/domain/item-summary";
import type { DoubtfulMatch, OfferedMatch } from "./read-matches.server";

/** What a list shows of a match. */
export function matchRow({ item, verdict, fen, nature, missing, closesOn }: OfferedMatch, registry: Catalogue) {
  return { item: itemSummary(item, registry), verdict, fen, nature, missing: missing.length, closesOn };
}

/** Items that may not be in force, for a list: what fits first, nothing that does not, no sums, not even in the words of a summary. */
export function doubtfulRows(doubtful: readonly DoubtfulMatch[], registry: Catalogue) {
  const rank = { eligible: 0, unknown: 1, ineligible: 2 };
  return doubtful
    .filter(({ verdict }) => verdict !== "ineligible")
    .sort((a, b) => rank[a.verdict] - rank[b.verdict])
    .map(({ item, verdict, state }) => ({ item: { ...itemSummary(item, registry), summary: null }, verdict, state }));
}
