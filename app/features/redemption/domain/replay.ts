import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { canonicalJson } from "~/kernel/canonical-json";
import { decide, type StoredSnapshot } from "./decide";
import type { CaseEvent } from "./events";
import { migrateSnapshot } from "./migrate-snapshot";

/**
 * Where a replay came to something else than was recorded; values as canonical text. `submission`: which handing-in it is
 * of, where it is of one.
 */
export type Difference = {
  part: "item" | "machine" | "facts" | "verdict" | "trace" | "amount" | "move" | "snapshot" | "log";
  where: string;
  submission?: number;
  recorded: string;
  replayed: string;
};

/** A step as it was recorded. */
export type RecordedMove = { seq: number; event: CaseEvent; from: string; to: string };

/** A difference where two values are not the same bit for bit. */
export function compare(part: Difference["part"], where: string, recorded: unknown, replayed: unknown): Difference[] {
  const [before, now] = [canonicalJson(recorded ?? null), canonicalJson(replayed ?? null)];
  return before === now ? [] : [{ part, where, recorded: before, replayed: now }];
}

/** Sends every recorded event through the machine again, from the draft on; the last snapshot must be the stored one. */
export function replayMoves(
  config: RedemptionConfig,
  moves: readonly RecordedMove[],
  stored: StoredSnapshot | null,
): Difference[] {
  const differences: Difference[] = [];
  let snapshot: StoredSnapshot | null = null;
  for (const { seq, event, from, to } of moves) {
    const decision = decide(config, snapshot, event);
    if (!decision.ok)
      return [
        ...differences,
        { part: "move", where: `${seq} ${event.type}`, recorded: `${from} → ${to}`, replayed: decision.code },
      ];
    differences.push(
      ...compare("move", `${seq} ${event.type}`, `${from} → ${to}`, `${decision.from} → ${decision.to}`),
    );
    snapshot = decision.stored;
  }
  return [
    ...differences,
    ...compare("snapshot", "", stored && withoutOrder(migrateSnapshot(stored)), withoutOrder(snapshot)),
  ];
}

/**
 * A snapshot whose lists are in one order: all of them are sets (who disagreed, who scored, the states that a history
 * remembers), and a database gives the regions of parallel departments back in an order of its own.
 */
export function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrder).map(canonicalJson).sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutOrder(part)]));
}
