import { itemSummary } from "~/features/policies/domain/item-summary";
import type { OfferedMatch } from "./read-matches.server";

/** What a list shows of a match. */
export function matchRow({ item, verdict, fen, nature, missing, closesOn }: OfferedMatch) {
  return { item: itemSummary(item), verdict, fen, nature, missing: missing.length, closesOn };
}
