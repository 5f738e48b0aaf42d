import * as decimal from "~/kernel/decimal";
import type { Decimal } from "~/kernel/decimal";

/** What a sum can be at least and at most while facts are unknown; `most` null: no upper bound. */
export type Bounds = { least: Decimal; most: Decimal | null };

export function exactly(value: Decimal): Bounds {
  return { least: value, most: value };
}

/** Whether the sum is known. */
export function isSettled({ least, most }: Bounds): boolean {
  return most !== null && decimal.compare(least, most) === 0;
}

export function capped(bounds: Bounds, capYuan: number | null): Bounds {
  if (capYuan === null) return bounds;
  return cappedBy(bounds, exactly(decimal.decimalOf(capYuan)));
}

/** Bounds that another figure, known or not, cuts. */
export function cappedBy(bounds: Bounds, cap: Bounds): Bounds {
  return leastBounds(bounds, cap);
}

export function addBounds(left: Bounds, right: Bounds): Bounds {
  return {
    least: decimal.add(left.least, right.least),
    most: left.most && right.most && decimal.add(left.most, right.most),
  };
}

export function leastBounds(left: Bounds, right: Bounds): Bounds {
  const most = left.most && right.most ? decimal.least(left.most, right.most) : (left.most ?? right.most);
  return { least: decimal.least(left.least, right.least), most };
}

/** Bounds times a factor that is not negative. */
export function multiplied(bounds: Bounds, factor: { least: Decimal; most: Decimal }): Bounds {
  return {
    least: decimal.multiply(bounds.least, factor.least),
    most: bounds.most && decimal.multiply(bounds.most, factor.most),
  };
}

/** Bounds less a known sum, never below 0. */
export function reduced(bounds: Bounds, by: Decimal): Bounds {
  const less = (value: Decimal) => decimal.greatest(decimal.zero, decimal.subtract(value, by));
  return { least: less(bounds.least), most: bounds.most && less(bounds.most) };
}
