import type { Fen } from "~/kernel/money";
import type { AmountNature } from "../amount/amount-nature";

/** What a firm was last told about an item. */
export type StoredMatch = {
  itemId: string;
  verdict: "eligible" | "unknown";
  fen: Fen | null;
  nature: AmountNature;
  itemVersionId: string;
};

export type MatchChange = {
  kind: "opened" | "closed" | "amount";
  itemId: string;
  itemVersionId: string;
  /** Version the firm was last told by; null where it had not been told of the item. */
  versionBefore: string | null;
  from: Fen | null;
  to: Fen | null;
  nature: AmountNature;
};

/** What a firm has to be told: items that became its due, ceased to be, or pay another sum. Nothing where nothing changed. */
export function changesBetween(before: readonly StoredMatch[], after: readonly StoredMatch[]): MatchChange[] {
  const earlier = new Map(before.map((match) => [match.itemId, match]));
  const later = new Map(after.map((match) => [match.itemId, match]));
  const ended = before.filter(
    (match) => match.verdict === "eligible" && later.get(match.itemId)?.verdict !== "eligible",
  );
  return [
    ...after.flatMap((match) => gain(earlier.get(match.itemId), match)),
    ...ended.map((match): MatchChange => ({
      ...named(later.get(match.itemId) ?? match, match),
      kind: "closed",
      from: match.fen,
      to: null,
    })),
  ];
}

function gain(known: StoredMatch | undefined, match: StoredMatch): MatchChange[] {
  if (match.verdict !== "eligible") return [];
  if (known?.verdict !== "eligible") return [{ ...named(match, known), kind: "opened", from: null, to: match.fen }];
  return known.fen === match.fen ? [] : [{ ...named(match, known), kind: "amount", from: known.fen, to: match.fen }];
}

function named({ itemId, itemVersionId, nature }: StoredMatch, before: StoredMatch | undefined) {
  return { itemId, itemVersionId, nature, versionBefore: before?.itemVersionId ?? null };
}
