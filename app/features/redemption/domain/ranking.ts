import type { BatchRules } from "~/features/policies/domain/redemption-config";
import { formatYuan, type Fen } from "~/kernel/money";

/** A case that waits for the yearly selection; `score` is the panel's mean, null without one; `draw` its number where lots decide. */
export type Candidate = { applicationId: string; score: number | null; submittedAt: Date; fen: Fen; draw?: string };
export type RankedLine = {
  applicationId: string;
  rank: number;
  score: number | null;
  draw?: string;
  fen: Fen;
  approvedFen: Fen;
  selected: boolean;
};

/**
 * Ranks by lot where there are lots, else by score, then by who came first, chooses up to the quota, and divides the
 * pool: in full while it lasts, or to all
 * chosen in proportion where the rule says so. Who can get nothing takes no place of the quota. Sums in fen never add up to
 * more than the pool.
 */
export function rank(candidates: readonly Candidate[], rules: BatchRules, poolFen: Fen): RankedLine[] {
  const ordered = candidates.toSorted(
    (a, b) =>
      (a.draw ?? "").localeCompare(b.draw ?? "") ||
      (b.score ?? -1) - (a.score ?? -1) ||
      a.submittedAt.getTime() - b.submittedAt.getTime() ||
      (a.applicationId < b.applicationId ? -1 : 1),
  );
  const chosen = ordered.filter(({ fen }) => fen > 0n).slice(0, rules.quota ?? ordered.length);
  const sums = (rules.proRata ? shares : inTurn)(
    chosen.map(({ fen }) => fen),
    poolFen,
  );
  const given = new Map(chosen.map(({ applicationId }, index) => [applicationId, sums[index] ?? 0n]));
  return ordered.map(({ applicationId, score, fen, draw }, index) => {
    const approvedFen = given.get(applicationId) ?? 0n;
    return {
      applicationId,
      rank: index + 1,
      score,
      ...(draw === undefined ? {} : { draw }),
      fen,
      approvedFen,
      selected: approvedFen > 0n,
    };
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

/**
 * Why a chosen case is paid less than was approved at its review (`decidedFen`), for its firm: what the firm had meanwhile
 * leaves `fen` of it, and the pool is divided among all that were chosen. Null where it is paid in full.
 */
export function whyLess({ fen, approvedFen }: Pick<RankedLine, "fen" | "approvedFen">, decidedFen: Fen): string | null {
  const reasons = [
    fen < decidedFen
      ? `审定金额为 ${formatYuan(decidedFen)} 元，扣除企业已得和在办的同类资金后，余额为 ${formatYuan(fen)} 元。`
      : "",
    approvedFen < fen
      ? `年度资金总额不足以全额支持入选项目，按各入选项目金额的比例分配；本项目审定金额为 ${formatYuan(fen)} 元。`
      : "",
  ];
  return reasons.join("") || null;
}

/** What is given out: places, null without a bound, and money; `shared` by several items. */
type Bounds = { places: number | null; poolFen: Fen; shared?: boolean };

/**
 * Why a case that may have something is not chosen, for its firm and whoever confirms: the places went to those before it, or
 * the pool did. Null for one that is chosen, and for one that can get nothing, which has a reason of its own. `lines` are all.
 */
export function whyNot(
  { rank: place, draw, fen, selected }: RankedLine,
  lines: readonly RankedLine[],
  { places, poolFen, shared = false }: Bounds,
): string | null {
  if (selected || fen <= 0n) return null;
  const at = draw === undefined ? `年度择优第 ${place} 名` : `抽签第 ${place} 位`;
  const upTo = lines.filter((each) => each.fen > 0n && each.rank <= place).length;
  if (places !== null && upTo > places) return `${at}，${shared ? "几个事项共有" : ""}名额 ${places} 个，未入选。`;
  return `${at}，资金总额 ${formatYuan(poolFen)} 元安排在前的项目后，余额不足以支持本项目的 ${formatYuan(fen)} 元，未入选。`;
}
