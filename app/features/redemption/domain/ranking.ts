import type { BatchRules } from "~/features/policies/domain/redemption-config";
import type { Fen } from "~/kernel/money";

/** A case that waits for the yearly selection; `score` is the panel's mean, null without one. */
export type Candidate = { applicationId: string; score: number | null; submittedAt: Date; fen: Fen };
export type RankedLine = {
  applicationId: string;
  rank: number;
  score: number | null;
  fen: Fen;
  approvedFen: Fen;
  selected: boolean;
};

/**
 * Ranks by score, then by who came first, chooses up to the quota, and divides the pool: in full while it lasts, or to all
 * chosen in proportion where the rule says so. Sums in fen never add up to more than the pool.
 */
export function rank(candidates: readonly Candidate[], rules: BatchRules, poolFen: Fen): RankedLine[] {
  const ordered = candidates.toSorted(
    (a, b) =>
      (b.score ?? -1) - (a.score ?? -1) ||
      a.submittedAt.getTime() - b.submittedAt.getTime() ||
      (a.applicationId < b.applicationId ? -1 : 1),
  );
  const chosen = ordered.slice(0, rules.quota ?? ordered.length);
  const sums = rules.proRata
    ? shares(
        chosen.map(({ fen }) => fen),
        poolFen,
      )
    : inTurn(
        chosen.map(({ fen }) => fen),
        poolFen,
      );
  return ordered.map(({ applicationId, score, fen }, index) => {
    const approvedFen = sums[index] ?? 0n;
    return { applicationId, rank: index + 1, score, fen, approvedFen, selected: approvedFen > 0n };
  });
}

/** Each whole sum in turn, as far as the pool goes; who no longer fits receives nothing. */
function inTurn(sums: readonly Fen[], poolFen: Fen): Fen[] {
  let left = poolFen;
  return sums.map((sum) => {
    if (sum > left) return 0n;
    left -= sum;
    return sum;
  });
}

/** All in proportion, rounded down; the fen left over go to the first in rank. */
export function shares(sums: readonly Fen[], poolFen: Fen): Fen[] {
  const total = sums.reduce((sum, each) => sum + each, 0n);
  if (total <= poolFen) return [...sums];
  const parts = sums.map((sum) => (sum * poolFen) / total);
  let left = poolFen - parts.reduce((sum, each) => sum + each, 0n);
  return parts.map((part) => {
    if (left <= 0n) return part;
    left -= 1n;
    return part + 1n;
  });
}
