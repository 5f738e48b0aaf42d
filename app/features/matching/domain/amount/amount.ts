import { entriesOf } from "~/features/policies/domain/list-fact";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Entry, Facts } from "~/features/policies/domain/fact-definition";
import type { Amount, AmountPart, Multiplier } from "~/features/policies/domain/amount-schema";
import { amountFacts } from "~/features/policies/domain/walk-conditions";
import type { Fen } from "~/kernel/money";
import { natureOf, type AmountNature } from "./amount-nature";
import { partBounds } from "./amount-part";
import {
  addBounds,
  capped,
  cappedBy,
  exactly,
  isSettled,
  leastBounds,
  multiplied,
  reduced,
  type Bounds,
} from "../evaluate/bounds";
import * as decimal from "~/kernel/decimal";
import type { Decimal } from "~/kernel/decimal";
import { evaluateCondition } from "../evaluate/evaluate";
import { figureBounds, unbounded, type Lookup } from "../evaluate/figure-bounds";
import { receivedFor, type Received } from "~/features/claims/domain/received";

/** One step of a computation for display, in order. Sums are yuan as text; `yuan` is null when it cannot be told yet. */
export type AmountStep = {
  step: "part" | "entry" | "joined" | "cap" | "capBy" | "multiplier" | "received" | "total";
  yuan: string | null;
  /** Cap, figure that is the cap, factor or sum received, as text; of such a figure none while it is not known. */
  by?: string;
  /** Place of a part or an entry. */
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
 * Order: parts, each cut at its own caps; the whole cut at capYuan and capBy; times the multiplier (with capLast the whole is cut
 * after it instead); with topUp less what was received in the group; never below 0; last, half-up to fen. All
 * arithmetic is exact; unknown facts count as 0 or more.
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
  const lookup = lookupIn(facts, missing);
  const cut = (bounds: Bounds) => cappedWhole(item.amount, bounds, lookup, note);
  const factored = (bounds: Bounds) =>
    item.multiplier ? withFactor(item.multiplier, facts, missing, bounds, note) : bounds;
  const whole = note("joined", joined(item.amount, facts, missing, note));
  const classed = item.amount.capLast ? cut(factored(whole)) : factored(cut(whole));
  return total(item, facts, lessReceived(classed, receivedFor(item, received), note), trace);
}

function joined(amount: Amount, facts: Facts, missing: MissingReading, note: Note): Bounds {
  const lookup = lookupIn(facts, missing);
  if (amount.kind === "service") return { least: decimal.zero, most: decimal.zero };
  if (amount.kind === "each") return eachEntry(amount, facts, missing, note);
  if (amount.kind !== "sum" && amount.kind !== "lesserOf") return partBounds(amount, lookup);
  const parts = amount.parts.map((part, index) => note("part", cappedPart(part, lookup), { index }));
  return parts.reduce(amount.kind === "sum" ? addBounds : leastBounds);
}

/** The entries that count, each cut at its own caps; while none are listed, the sum of the figures of all together, or open. */
function eachEntry(
  amount: Extract<Amount, { kind: "each" }>,
  facts: Facts,
  missing: MissingReading,
  note: Note,
): Bounds {
  const entries = entriesOf(facts[amount.of]);
  if (entries)
    return entries
      .map((entry, index) => note("entry", ofEntry(amount, entry, missing), { index }))
      .reduce(addBounds, exactly(decimal.zero));
  if (amount.otherwise) return cappedPart(amount.otherwise, lookupIn(facts, missing));
  return missing === "zero" ? exactly(decimal.zero) : unbounded;
}

function ofEntry({ where, part }: Extract<Amount, { kind: "each" }>, entry: Entry, missing: MissingReading): Bounds {
  // conditions on entries hold on every day alike
  const verdict = where ? evaluateCondition(where, entry, "2000-01-01") : "eligible";
  if (verdict === "ineligible" || (verdict === "unknown" && missing === "zero")) return exactly(decimal.zero);
  const bounds = cappedPart(part, lookupIn(entry, missing));
  return verdict === "eligible" ? bounds : { ...bounds, least: decimal.zero };
}

function cappedPart(part: AmountPart, lookup: Lookup): Bounds {
  const bounds = partBounds(part, lookup);
  if (part.kind === "fixed") return bounds;
  const cut = capped(bounds, part.capYuan);
  return part.capBy === undefined ? cut : cappedBy(cut, figureBounds(part.capBy, lookup));
}

function cappedWhole(amount: Amount, bounds: Bounds, lookup: Lookup, note: Note): Bounds {
  if (amount.kind === "fixed" || amount.kind === "service") return bounds;
  const { capYuan, capBy } = amount;
  const cut = capYuan === null ? bounds : note("cap", capped(bounds, capYuan), { by: String(capYuan) });
  if (capBy === undefined) return cut;
  const most = figureBounds(capBy, lookup);
  return note("capBy", cappedBy(cut, most), isSettled(most) ? { by: decimal.decimalText(most.least) } : {});
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
  return { fen, leastFen, mostFen, nature: natureOf(item), missing, trace: [...trace, { step: "total", yuan }] };
}

/** Names of the facts an item's sum is computed from, each once. */
export function factsOfAmount({ amount, multiplier }: Pick<PolicyItem, "amount" | "multiplier">): readonly string[] {
  const facts = amountFacts(amount).map(({ node }) => node);
  return [...new Set([...facts, ...(multiplier ? [multiplier.fact] : [])])];
}

function lookupIn(facts: Facts, missing: MissingReading): Lookup {
  return (name) => {
    const value = facts[name];
    if (typeof value === "number" && Number.isFinite(value)) return decimal.decimalOf(value);
    return missing === "zero" ? decimal.zero : null;
  };
}
