import type { AmountPart } from "~/features/policies/domain/policy-item";
import { exactly, type Bounds } from "./bounds";
import {
  add,
  compare,
  decimalOf,
  greatest,
  multiply,
  percentOf,
  subtract,
  wholeSteps,
  zero,
  type Decimal,
} from "./decimal";

/** Value of a fact, null when unknown. */
export type Lookup = (fact: string) => Decimal | null;

type Kinds = { [Kind in AmountPart["kind"]]: (part: Extract<AmountPart, { kind: Kind }>, lookup: Lookup) => Bounds };

const unbounded: Bounds = { least: zero, most: null };

function share(base: Decimal | null, percent: number): Bounds {
  return base ? exactly(percentOf(base, decimalOf(percent))) : percent === 0 ? exactly(zero) : unbounded;
}

const kinds: Kinds = {
  fixed: (part) => exactly(decimalOf(part.yuan)),
  percent: (part, lookup) => share(lookup(part.base), part.percent),
  match: (part, lookup) => share(lookup(part.base), part.percent),
  percentIncrement: (part, lookup) => {
    const base = lookup(part.base);
    const previous = lookup(part.previous);
    if (base && previous) return share(greatest(zero, subtract(base, previous)), part.percent);
    return base ? { least: zero, most: percentOf(greatest(zero, base), decimalOf(part.percent)) } : unbounded;
  },
  tiered: (part, lookup) => {
    const on = lookup(part.on);
    if (on) return exactly(tierOf(part.tiers, on));
    return { least: zero, most: part.tiers.map((tier) => decimalOf(tier.yuan)).reduce(greatest, zero) };
  },
  perUnit: (part, lookup) => {
    const unit = lookup(part.unit);
    return unit ? exactly(multiply(unit, decimalOf(part.yuanPerUnit))) : unbounded;
  },
  perStep: (part, lookup) => {
    const on = lookup(part.on);
    const previous = part.previous === null ? zero : lookup(part.previous);
    const steps = (before: Decimal, now: Decimal) => stepped(part, now, before);
    if (on && previous) return exactly(steps(previous, on));
    return { least: decimalOf(part.baseYuan), most: on ? steps(zero, on) : null };
  },
  bracketPercent: (part, lookup) => {
    const base = lookup(part.base);
    return base ? exactly(bracketed(part.brackets, base)) : unbounded;
  },
};

function tierOf(tiers: readonly { from: number; yuan: number }[], on: Decimal): Decimal {
  const reached = tiers.filter((tier) => compare(on, decimalOf(tier.from)) >= 0);
  const highest = reached.reduce<{ from: number; yuan: number } | null>(
    (best, tier) => (best && best.from > tier.from ? best : tier),
    null,
  );
  return highest ? decimalOf(highest.yuan) : zero;
}

function stepped(part: Extract<AmountPart, { kind: "perStep" }>, on: Decimal, previous: Decimal): Decimal {
  const above = greatest(zero, subtract(subtract(on, previous), decimalOf(part.over)));
  return add(decimalOf(part.baseYuan), multiply(wholeSteps(above, decimalOf(part.step)), decimalOf(part.yuanPerStep)));
}

function bracketed(brackets: readonly { from: number; percent: number }[], base: Decimal): Decimal {
  return brackets.reduce((sum, bracket, index) => {
    const next = brackets[index + 1];
    const end = next ? decimalOf(next.from) : base;
    const upper = compare(base, end) < 0 ? base : end;
    const slice = greatest(zero, subtract(upper, decimalOf(bracket.from)));
    return add(sum, percentOf(slice, decimalOf(bracket.percent)));
  }, zero);
}

/** The sum of one part in yuan, before its own cap. Unknown facts are taken to be 0 or more. */
export function partBounds(part: AmountPart, lookup: Lookup): Bounds {
  const compute = kinds[part.kind] as (part: AmountPart, lookup: Lookup) => Bounds;
  return compute(part, lookup);
}

/** Names of the facts one part reads. */
export function factsOfPart(part: AmountPart): readonly string[] {
  switch (part.kind) {
    case "fixed":
      return [];
    case "percent":
    case "match":
    case "bracketPercent":
      return [part.base];
    case "percentIncrement":
      return [part.base, part.previous];
    case "tiered":
      return [part.on];
    case "perUnit":
      return [part.unit];
    case "perStep":
      return part.previous === null ? [part.on] : [part.on, part.previous];
  }
}
