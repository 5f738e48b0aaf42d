import { amountColumn } from "~/features/matching/domain/register/columns-amount";
import type { Bitmap } from "~/features/matching/domain/register/columns";
import { kleene, verdictOf } from "~/features/matching/domain/evaluate/kleene";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { PlainDate } from "~/kernel/plain-date";
import { byWeight, effectOn, type BacktestSummary, type Effect, type EffectKind, type Outcome } from "./backtest";
import { selectFirms } from "./impact";
import type { Register } from "./register";

type Side = { outcomeOf(row: number): Outcome; eligible: number; fen: bigint; open: number };
const nobody: Outcome = { verdict: "ineligible", fen: null };

/**
 * What changes for every firm of a register when `after` takes the place of `before` (null: there was no such item).
 * @returns the figures, and every firm with a difference, the greatest first
 */
export function compareVersions(
  before: PolicyItem | null,
  after: PolicyItem,
  register: Register,
  regions: Catalogue["regions"],
  today: PlainDate,
): { summary: BacktestSummary; effects: Effect[] } {
  const old = sideOf(before, register, regions, today);
  const next = sideOf(after, register, regions, today);
  const effects: Effect[] = [];
  for (let row = 0; row < register.columns.size; row += 1) {
    const effect = effectOn(row, old.outcomeOf(row), next.outcomeOf(row));
    if (effect) effects.push(effect);
  }
  const count = (kind: EffectKind) => effects.filter((effect) => effect.kind === kind).length;
  const summary = {
    firms: register.columns.size,
    counts: { gains: count("gains"), loses: count("loses"), more: count("more"), less: count("less") },
    unchanged: register.columns.size - effects.length,
    eligibleBefore: old.eligible,
    eligibleAfter: next.eligible,
    beforeFen: String(old.fen),
    afterFen: String(next.fen),
    openBefore: old.open,
    openAfter: next.open,
    asOf: register.asOf.toISOString(),
  };
  return { summary, effects: effects.sort(byWeight) };
}

function sideOf(item: PolicyItem | null, register: Register, regions: Catalogue["regions"], today: PlainDate): Side {
  const side: Side = { outcomeOf: () => nobody, eligible: 0, fen: 0n, open: 0 };
  if (!item) return side;
  const { eligible, unknown } = selectFirms(item, register, regions, today);
  const amounts = amountColumn(item, register.columns);
  side.outcomeOf = (row) => {
    if (has(eligible, row)) return { verdict: "eligible", fen: asFen(amounts.fenAt(row)) };
    return { verdict: verdictOf(has(unknown, row) ? kleene.unknown : kleene.false), fen: null };
  };
  for (let row = 0; row < register.columns.size; row += 1) {
    if (!has(eligible, row)) continue;
    const fen = amounts.fenAt(row);
    side.eligible += 1;
    if (fen === null) side.open += 1;
    else side.fen += BigInt(fen);
  }
  return side;
}

function asFen(fen: number | null): bigint | null {
  return fen === null ? null : BigInt(fen);
}

function has(bitmap: Bitmap, row: number): boolean {
  return (((bitmap[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}
