import type { Fen } from "~/kernel/money";

/** Who bears which part of a document's money. */
export type Share = { level: string; weight: number };
export type Candidate = { id: string; level: string; regionCode: string; itemId: string | null };
/** The authority that pays an item, and the county the firm belongs to. */
export type Payer = { level: string; regionCode: string; firmRegion: string };

/**
 * The envelopes that bear an item's money with their weights, the largest share first: the item's own before its
 * document's, the county's that of the firm. Without shares the paying authority bears all.
 * @returns null where one of them has not been made yet
 */
export function chooseEnvelopes(
  shares: readonly Share[],
  candidates: readonly Candidate[],
  payer: Payer,
): { envelopeId: string; weight: bigint }[] | null {
  const bearing =
    shares.length > 0
      ? [...shares].sort((a, b) => b.weight - a.weight || (a.level < b.level ? -1 : 1))
      : [{ level: payer.level, weight: 1 }];
  const chosen = bearing.map(({ level, weight }) => ({
    envelope: candidateOf(level, candidates, payer),
    weight: BigInt(weight),
  }));
  return chosen.every(({ envelope }) => envelope)
    ? chosen.map(({ envelope, weight }) => ({ envelopeId: envelope?.id ?? "", weight }))
    : null;
}

/** A candidate with what is available in it, in fen. */
export type Funded = Candidate & { availableFen: Fen };

/**
 * The most that can be paid of an item's money: what the paying authority's envelope allows, and no more than those of the
 * counties allow together, each by its part. Fen, rounded down; 0 where an envelope has not been made yet.
 */
export function mostPayable(
  shares: readonly Share[],
  candidates: readonly Funded[],
  payer: Pick<Payer, "level" | "regionCode">,
): Fen {
  const bearing = shares.length > 0 ? shares : [{ level: payer.level, weight: 1 }];
  const whole = bearing.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  const bounds = bearing.map(({ level, weight }) => {
    const own = level === payer.level;
    const regions = own
      ? [payer.regionCode]
      : [...new Set(candidates.filter((each) => each.level === level).map((each) => each.regionCode))];
    const funded = regions.map((firmRegion) => candidateOf(level, candidates, { ...payer, firmRegion }));
    return (funded.reduce((sum, each) => sum + (each?.availableFen ?? 0n), 0n) * whole) / BigInt(weight);
  });
  return bounds.reduce((a, b) => (b < a ? b : a));
}

function candidateOf<C extends Candidate>(level: string, candidates: readonly C[], payer: Payer): C | undefined {
  const region = level === payer.level ? payer.regionCode : payer.firmRegion;
  const fitting = candidates.filter((each) => each.level === level && each.regionCode === region);
  return fitting.find((each) => each.itemId !== null) ?? fitting[0];
}
