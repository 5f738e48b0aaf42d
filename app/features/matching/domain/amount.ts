import type { Amount, AmountPart, Facts, Multiplier, PolicyItem } from "~/features/policies/domain/policy-item";
import type { Fen } from "~/kernel/money";
import { natureOf, type AmountNature } from "./amount-nature";
import { factsOfPart, partBounds, type Lookup } from "./amount-part";
import { addBounds, capped, isSettled, leastBounds, multiplied, reduced, type Bounds } from "./bounds";
import * as decimal from "./decimal";
import type { Decimal } from "./decimal";
import { receivedFor, type Received } from "./received";

/** One step of a computation for display, in order. Sums are yuan as text; `yuan` is null when it cannot be told yet. */
export type AmountStep = {
  step: "part" | "joined" | "cap" | "multiplier" | "received" | "total";
  yuan: string | null;
  /** Cap, factor or sum received, as text. */
  by?: string;
  /** Place of a part. */
  index?: number;
};

/** What an item brings. */
export type AmountResult = {
  /** The sum; null when an unknown fact can still change it. */
  fen: Fen | null;
  /** Bounds while facts are unknown, both equal to `fen` when it is known; `mostFen` null: no upper bound. */
  leastFen: Fen;
  mostFen: Fen | null;
  nature: AmountNature;
  /** Unknown facts the sum hangs on, in the order of the rule; empty when `fen` is known. */
  missing: readonly string[];
  trace: readonly AmountStep[];
};

/** How a missing fact counts: it leaves the sum open, or is 0 (the two-valued reading of the catalogue). */
export type MissingReading = "open" | "zero";
export type PricedItem = Pick<PolicyItem, "id" | "amount" | "multiplier" | "exclusiveGroup" | "topUp">;
type Note = (step: AmountStep["step"], bounds: Bounds, more?: Partial<AmountStep>) => Bounds;

/**
 * What an item brings to a firm that satisfies its conditions (they are not looked at here).
 * Order: parts, each cut at its own cap; the whole cut at capYuan; times the multiplier (not cut again); with topUp less what
 * was received in the group; never below 0; last, half-up to fen. All arithmetic is exact; unknown facts count as 0 or more.
 */
export function amountOf(
  item: PricedItem,
  facts: Facts,
  received: Received,
  missing: MissingReading = "open",
): AmountResult {
  const trace: AmountStep[] = [];
  const note: Note = (step, bounds, more) => {
    trace.push({ step, yuan: isSettled(bounds) ? decimal.decimalText(bounds.least) : null, ...more });
    return bounds;
  };
  const whole = cappedWhole(item.amount, note("joined", joined(item.amount, lookupIn(facts, missing), note)), note);
  const classed = item.multiplier ? withFactor(item.multiplier, facts, missing, whole, note) : whole;
  return total(item, facts, lessReceived(classed, receivedFor(item, received), note), trace);
}

function joined(amount: Amount, lookup: Lookup, note: Note): Bounds {
  if (amount.kind === "service") return { least: decimal.zero, most: decimal.zero };
  if (amount.kind !== "sum" && amount.kind !== "lesserOf") return partBounds(amount, lookup);
  const parts = amount.parts.map((part, index) =>
    note("part", capped(partBounds(part, lookup), capOf(part)), { index }),
  );
  return parts.reduce(amount.kind === "sum" ? addBounds : leastBounds);
}

function capOf(part: AmountPart | Amount): number | null {
  return part.kind === "fixed" || part.kind === "service" ? null : part.capYuan;
}

function cappedWhole(amount: Amount, bounds: Bounds, note: Note): Bounds {
  const cap = capOf(amount);
  return cap === null ? bounds : note("cap", capped(bounds, cap), { by: String(cap) });
}

function withFactor(multiplier: Multiplier, facts: Facts, missing: MissingReading, bounds: Bounds, note: Note): Bounds {
  const { least, most } = factorBounds(multiplier, facts[multiplier.fact] ?? null, missing);
  const by = decimal.compare(least, most) === 0 ? { by: decimal.decimalText(least) } : {};
  return note("multiplier", multiplied(bounds, { least, most }), by);
}

function factorBounds(
  multiplier: Multiplier,
  value: unknown,
  missing: MissingReading,
): { least: Decimal; most: Decimal } {
  const otherwise = decimal.decimalOf(multiplier.otherwise);
  if (value === null && missing === "open") {
    const factors = multiplier.values.map((entry) => decimal.decimalOf(entry.factor));
    return { least: factors.reduce(decimal.least, otherwise), most: factors.reduce(decimal.greatest, otherwise) };
  }
  const found = multiplier.values.find((entry) => entry.value === value);
  const factor = found ? decimal.decimalOf(found.factor) : otherwise;
  return { least: factor, most: factor };
}

function lessReceived({ least, most }: Bounds, paid: (whole: Decimal) => Decimal, note: Note): Bounds {
  const by = paid(least);
  if (decimal.compare(by, decimal.zero) === 0) return { least, most };
  const left = { least: decimal.subtract(least, by), most: most && decimal.subtract(most, paid(most)) };
  return note("received", reduced(left, decimal.zero), { by: decimal.decimalText(by) });
}

function total(item: PricedItem, facts: Facts, bounds: Bounds, trace: AmountStep[]): AmountResult {
  const { least, most } = reduced(bounds, decimal.zero);
  const leastFen = decimal.roundToFen(least);
  const mostFen = most && decimal.roundToFen(most);
  const fen = leastFen === mostFen ? leastFen : null;
  const yuan = fen === null ? null : decimal.decimalText({ digits: fen, scale: 2 });
  const missing = fen === null ? factsOfAmount(item).filter((name) => (facts[name] ?? null) === null) : [];
  return { fen, leastFen, mostFen, nature: natureOf(item.amount), missing, trace: [...trace, { step: "total", yuan }] };
}

/** Names of the facts an item's sum is computed from, each once. */
export function factsOfAmount({ amount, multiplier }: Pick<PolicyItem, "amount" | "multiplier">): readonly string[] {
  const parts = amount.kind === "service" ? [] : "parts" in amount ? amount.parts : [amount];
  return [...new Set([...parts.flatMap(factsOfPart), ...(multiplier ? [multiplier.fact] : [])])];
}

function lookupIn(facts: Facts, missing: MissingReading): Lookup {
  return (name) => {
    const value = facts[name];
    if (typeof value === "number" && Number.isFinite(value)) return decimal.decimalOf(value);
    return missing === "zero" ? decimal.zero : null;
  };
}
