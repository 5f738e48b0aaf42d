import { partsOfOperation, type Figure } from "~/features/policies/domain/figure";
import { exactly, leastBounds, type Bounds } from "./bounds";
import { decimalOf, greatest, multiply, subtract, zero, type Decimal } from "~/kernel/decimal";

/** Value of a fact, null when unknown. */
export type Lookup = (fact: string) => Decimal | null;

/** What is not known can be anything from 0 upwards. */
export const unbounded: Bounds = { least: zero, most: null };

/** What a figure can be while facts are unknown; a difference and a product are never below 0. */
export function figureBounds(figure: Figure, lookup: Lookup): Bounds {
  if (typeof figure === "number") return exactly(decimalOf(figure));
  if (typeof figure === "string") {
    const value = lookup(figure);
    return value ? exactly(value) : unbounded;
  }
  const { operator, pair } = partsOfOperation(figure);
  const [left, right] = pair.map((each) => figureBounds(each, lookup)) as [Bounds, Bounds];
  if (operator === "minus") return difference(left, right);
  return operator === "times" ? product(left, right) : leastBounds(left, right);
}

/** The first less the second, never below 0. */
export function difference(left: Bounds, right: Bounds): Bounds {
  const less = (from: Decimal, by: Decimal) => greatest(zero, subtract(from, by));
  return {
    least: right.most ? less(left.least, right.most) : zero,
    most: left.most && less(left.most, right.least),
  };
}

function product(left: Bounds, right: Bounds): Bounds {
  const times = (a: Decimal, b: Decimal) => multiply(greatest(zero, a), greatest(zero, b));
  const isNothing = [left, right].some(({ most }) => most && most.digits <= 0n);
  return {
    least: times(left.least, right.least),
    most: isNothing ? zero : left.most && right.most && times(left.most, right.most),
  };
}
