import type { AmountPart } from "~/features/policies/domain/amount-schema";
import { exactly, isSettled, multiplied, type Bounds } from "../evaluate/bounds";
import {
  add,
  compare,
  decimalOf,
  greatest,
  least,
  multiply,
  percentOf,
  subtract,
  wholeSteps,
  zero,
  type Decimal,
} from "~/kernel/decimal";
import { difference, figureBounds, type Lookup } from "../evaluate/figure-bounds";

type Kinds = { [Kind in AmountPart["kind"]]: (part: Extract<AmountPart, { kind: Kind }>, lookup: Lookup) => Bounds };

function share(base: Bounds, percent: number): Bounds {
  return percent === 0 ? exactly(zero) : eachEnd(base, (value) => percentOf(value, decimalOf(percent)));
}

/** What grows with its figure, at both ends. */
function eachEnd({ least: low, most }: Bounds, grow: (value: Decimal) => Decimal): Bounds {
  return { least: grow(low), most: most && grow(most) };
}

const kinds: Kinds = {
  fixed: (part) => exactly(decimalOf(part.yuan)),
  percent: (part, lookup) => share(figureBounds(part.base, lookup), part.percent),
  match: (part, lookup) => share(figureBounds(part.base, lookup), part.percent),
  percentIncrement: (part, lookup) =>
    share(difference(figureBounds(part.base, lookup), figureBounds(part.previous, lookup)), part.percent),
  tiered: (part, lookup) => {
    const on = figureBounds(part.on, lookup);
    if (isSettled(on)) return exactly(tierOf(part.tiers, on.least));
    return { least: zero, most: part.tiers.map((tier) => decimalOf(tier.yuan)).reduce(greatest, zero) };
  },
  perUnit: (part, lookup) =>
    eachEnd(figureBounds(part.unit, lookup), (unit) => multiply(unit, decimalOf(part.yuanPerUnit))),
  perStep: (part, lookup) => {
    const before = part.previous === null ? exactly(zero) : figureBounds(part.previous, lookup);
    return eachEnd(difference(figureBounds(part.on, lookup), before), (rise) => stepped(part, rise));
  },
  bracketPercent: (part, lookup) => {
    const base = figureBounds(part.base, lookup);
    const counted = part.counted === undefined ? exactly(zero) : figureBounds(part.counted, lookup);
    if (!isSettled(counted)) return multiplied(base, ratesOf(part.brackets));
    return eachEnd(base, (value) => bracketedFrom(part.brackets, counted.least, value));
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

function stepped(part: Extract<AmountPart, { kind: "perStep" }>, rise: Decimal): Decimal {
  const above = greatest(zero, subtract(rise, decimalOf(part.over)));
  return add(decimalOf(part.baseYuan), multiply(wholeSteps(above, decimalOf(part.step)), decimalOf(part.yuanPerStep)));
}

type Brackets = readonly { from: number; percent: number }[];

/** What a figure brings that goes on from what was counted before. */
function bracketedFrom(brackets: Brackets, counted: Decimal, base: Decimal): Decimal {
  const before = greatest(zero, counted);
  return subtract(bracketed(brackets, add(before, greatest(zero, base))), bracketed(brackets, before));
}

/** The lowest and the highest rate that any of the figure can fall under. */
function ratesOf(brackets: Brackets): { least: Decimal; most: Decimal } {
  const rates = brackets.map(({ percent }) => percentOf(decimalOf(1), decimalOf(percent)));
  const below = (brackets[0]?.from ?? 0) > 0 ? [zero] : [];
  return { least: [...rates, ...below].reduce(least), most: rates.reduce(greatest, zero) };
}

function bracketed(brackets: Brackets, base: Decimal): Decimal {
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
