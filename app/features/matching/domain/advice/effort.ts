import type { FactValue } from "~/features/policies/domain/fact-definition";
import { epochDay, isPlainDate } from "~/kernel/plain-date";

/** The sample nearest to the firm's figure; with no figure, the first of the policy's own order. */
export function nearestOf(samples: readonly FactValue[], from: FactValue | null): FactValue {
  const [first] = samples;
  if (first === undefined) throw new RangeError("no value suffices");
  if (from === null) return smallest(samples) ?? first;
  return samples.reduce((best, sample) => (distance(sample, from) < distance(best, from) ? sample : best), first);
}

function smallest(samples: readonly FactValue[]): number | null {
  const numbers = samples.filter((sample) => typeof sample === "number");
  return numbers.length === 0
    ? null
    : numbers.reduce((least, next) => (Math.abs(next) < Math.abs(least) ? next : least));
}

function distance(left: FactValue, right: FactValue): number {
  if (typeof left === "number" && typeof right === "number") return Math.abs(left - right);
  if (isDay(left) && isDay(right)) return Math.abs(epochDay(left) - epochDay(right));
  return left === right ? 0 : 1;
}

function isDay(value: FactValue): value is string {
  return typeof value === "string" && isPlainDate(value);
}

/**
 * A figure for comparing changes: the share of the aim still missing (at least 0.1, at most 3), days over a year for dates,
 * 0.1 for an answer not given yet, 1 for a title or a yes.
 */
export function effortOf({ from, to }: { from: FactValue | null; to: FactValue }): number {
  if (from === null) return 0.1;
  if (typeof from === "number" && typeof to === "number") return clamp(Math.abs(to - from) / Math.max(Math.abs(to), 1));
  return isDay(from) && isDay(to) ? clamp(distance(from, to) / 365) : 1;
}

function clamp(share: number): number {
  return Math.min(3, Math.max(0.1, share));
}
