import type { Verdict } from "~/features/matching/domain/evaluate/kleene";
import type { Fen } from "~/kernel/money";

export const effectKinds = ["gains", "loses", "more", "less"] as const;
/** Firms of one page of the list. */
export const effectsPerPage = 50;
export type EffectKind = (typeof effectKinds)[number];

/** What one version says of one firm: the sum is that of an eligible firm, null while it hangs on an unknown fact. */
export type Outcome = { verdict: Verdict; fen: Fen | null };

/** One firm to whom the two versions say something different. */
export type Effect = { kind: EffectKind; row: number; before: Fen; after: Fen };

/** How a firm fares under the new version; null where nothing changes. An open sum counts as 0, as it does for the budget. */
export function effectOn(row: number, before: Outcome, after: Outcome): Effect | null {
  const [had, has] = [before.verdict === "eligible", after.verdict === "eligible"];
  const from = had ? (before.fen ?? 0n) : 0n;
  const to = has ? (after.fen ?? 0n) : 0n;
  if (had !== has) return { kind: has ? "gains" : "loses", row, before: from, after: to };
  if (from === to) return null;
  return { kind: to > from ? "more" : "less", row, before: from, after: to };
}

/** A backtest in figures. Fen as text; counts of firms. */
export type BacktestSummary = {
  firms: number;
  counts: Record<EffectKind, number>;
  unchanged: number;
  eligibleBefore: number;
  eligibleAfter: number;
  beforeFen: string;
  afterFen: string;
  /** eligible firms whose sum hangs on an unknown fact: counted, not costed */
  openBefore: number;
  openAfter: number;
  asOf: string;
};

/** The greatest difference first, then the order of the register. */
export function byWeight(one: Effect, other: Effect): number {
  const weight = ({ before, after }: Effect) => (after > before ? after - before : before - after);
  const difference = weight(other) - weight(one);
  return difference === 0n ? one.row - other.row : difference > 0n ? 1 : -1;
}
