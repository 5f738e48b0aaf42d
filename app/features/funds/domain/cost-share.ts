import type { Fen } from "~/kernel/money";

/**
 * Splits a sum by weights to the last fen: each part is rounded down, and the fen that are left go one each to the parts
 * with the largest fractions, the earlier part first where they tie. No part exceeds its weight while the sum does not
 * exceed all weights together, so that balances can be the weights.
 * @throws RangeError for a negative sum, a negative weight, or weights without any
 */
export function splitByWeights(fen: Fen, weights: readonly bigint[]): Fen[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (fen < 0n || all <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError(`can't split ${fen} fen by ${weights.join(":")}`);
  const parts = weights.map((weight, index) => ({ index, fen: (fen * weight) / all, fraction: (fen * weight) % all }));
  const left = Number(fen - parts.reduce((sum, part) => sum + part.fen, 0n));
  const favoured = new Set(
    [...parts]
      .sort((a, b) => compare(b.fraction, a.fraction) || a.index - b.index)
      .slice(0, left)
      .map((part) => part.index),
  );
  return parts.map((part) => (favoured.has(part.index) ? part.fen + 1n : part.fen));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
